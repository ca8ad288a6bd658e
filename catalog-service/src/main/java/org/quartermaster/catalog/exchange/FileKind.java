package org.quartermaster.catalog.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;

/** What the rows of files are. */
@Schema(name = "ImportKind")
enum FileKind {
    PRODUCTS,
    SPECIFICATIONS,
    PACKS,
    PRICES,
    STOCK,
    CUSTOMERS;

    static FileKind of(String word) {
        return Words.find(FileKind.class, word).orElseThrow();
    }
}
