// Acronyms that are ordinary words in a headline set in capitals: "CAR BOMB KILLS 10", "TROOPS TO LEAVE AS IS".

export const shoutedWords: ReadonlySet<string> = new Set('IS CAR WHO AU ADF RUF AID AES SAS PA ICU'.split(' '));
