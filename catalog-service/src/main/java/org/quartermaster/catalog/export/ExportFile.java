package org.quartermaster.catalog.export;

import java.io.IOException;
import java.util.List;

/** A file that is being written, with its header done. */
interface ExportFile {
    /** @param rows the values of each in the order of the columns: text, numbers, truth values, JSON or null */
    void write(List<List<Object>> rows) throws IOException;

    /** Ends the file; the output stays open. */
    void end() throws IOException;
}
