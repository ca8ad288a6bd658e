package org.quartermaster.catalog.kit;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.quartermaster.platform.db.Words;

/** What an article is needed for. */
public enum ItemKind {
    PART,
    CONSUMABLE,
    PPE,
    TOOL;

    @JsonCreator
    static ItemKind of(String word) {
        return Words.find(ItemKind.class, word).orElseThrow();
    }
}
