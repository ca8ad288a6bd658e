package org.quartermaster.catalog.product;

/** A new article with the words that it is found by, so that its row is written once. */
public final class FoldedProduct extends Product {
    public String foldedName = "";
    public String foldedKeys = "";
    public String foldedDescription = "";
    public String foldedSpecifications = "";
}
