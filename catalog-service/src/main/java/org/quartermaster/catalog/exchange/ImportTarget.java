package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.UnitOfWork;

/** What the rows of one kind of file are, and how they are written. */
interface ImportTarget {
    /** As paths, mappings and events name it. */
    String kind();

    FileColumns columns();

    /** The words of cells that name other rows. */
    List<WordLookup> lookups();

    /** Adds what rows name and is not there, and puts its numbers in the place of the words. */
    default Uni<Void> supply(UnitOfWork unit, List<FileRow> rows, FileMapping mapping) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Writes rows of which no two have one key. What is wrong with a row itself is an outcome; what the database
     * refuses fails them all.
     *
     * @param importId by which what was written is known
     */
    Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId);
}
