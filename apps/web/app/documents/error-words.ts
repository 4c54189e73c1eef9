import { documentErrorWords } from "@guildhall/i18n/document-errors";
import { addErrorWords } from "@guildhall/i18n/errors";

// Imported for what it does, by every page of documents that may have to say what is wrong.
addErrorWords(documentErrorWords);
