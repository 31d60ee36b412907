// Where adapters meet the application: the command's entry.
import { Command } from 'commander';

await new Command('laydown').description('A sourced, time-aware ledger of who has how many troops where.').parseAsync();
