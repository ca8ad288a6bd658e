package org.quartermaster.procurement.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that is to become a document of a tender.
 *
 * @param name what it is called, without folders
 * @param size in bytes
 */
public record NewDocument(String name, String docType, String language, long size, Content content) {
    /** Bytes that can be read more than once. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
