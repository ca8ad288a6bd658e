package org.quartermaster.vehicle.load;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.quartermaster.vehicle.feed.LotValues;

/**
 * Which records the lots of a source repeat, by a mark of each lot's content and time. A guess alone, for what is sent:
 * two may share a mark, and of the lots beyond the bound none is known; the database judges.
 */
final class Known {
    /** In lots: 32 MiB at most, however many there are. */
    private static final int MOST = 2_000_000;

    private static final int LEAST_PLACES = 1 << 10;
    private static final String MARKS = """
            copy (
              select l.row_hash, l.source_updated_at from vehicle.lots l join this_load t on t.source = l.source
              where l.row_hash is not null and l.source_updated_at is not null
              limit %d
            ) to stdout (format binary)
            """.formatted(MOST);

    // Of the binary form: a signature with its flags before the first row, then number of columns, lengths and values.
    private static final int SIGNATURE = 19;
    private static final int ROW = 2 + 4 + 16 + 4 + 8;
    /** No mark, as those are odd. */
    private static final long TAKEN = 2;

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] places = new long[LEAST_PLACES];
    private int size;

    /** Reads the marks of the source of this load. */
    static Known of(Connection connection) throws SQLException {
        var known = new Known();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(MARKS);
        for (var piece = copy.readFromCopy(); piece != null; piece = copy.readFromCopy()) {
            known.read(ByteBuffer.wrap(piece));
        }
        return known;
    }

    /** NB: the first piece may hold the signature alone or with its row, the last one the end alone. */
    private void read(ByteBuffer piece) {
        if (piece.remaining() == SIGNATURE || piece.remaining() == SIGNATURE + ROW) {
            piece.position(SIGNATURE);
        }
        if (piece.remaining() == ROW) {
            piece.position(piece.position() + 2 + 4);
            var high = piece.getLong();
            var low = piece.getLong();
            piece.getInt();
            add(mark(high, low, piece.getLong()));
        }
    }

    /** Whether a lot says the same as of the same time; true once for each, because a file may say it twice. */
    boolean take(LotValues lot) {
        if (size == 0 || lot.rowHash == null || lot.sourceUpdatedAt == null) {
            return false;
        }
        var mark = mark(lot.rowHash, ChronoUnit.MICROS.between(EPOCH, lot.sourceUpdatedAt));
        var place = place(mark);
        if (places[place] != mark) {
            return false;
        }
        // NB: the place stays taken, so that what stands behind it is still found.
        places[place] = TAKEN;
        return true;
    }

    private void add(long mark) {
        if (size * 2 >= places.length) {
            grow();
        }
        var place = place(mark);
        size += places[place] == 0 ? 1 : 0;
        places[place] = mark;
    }

    private void grow() {
        var former = places;
        places = new long[former.length * 2];
        for (var mark : former) {
            if (mark != 0) {
                places[place(mark)] = mark;
            }
        }
    }

    /** Where it is, or the free place where it belongs. */
    private int place(long mark) {
        var at = (int) (mark >>> 20) & places.length - 1;
        while (places[at] != 0 && places[at] != mark) {
            at = at + 1 & places.length - 1;
        }
        return at;
    }

    private static long mark(UUID hash, long micros) {
        return mark(hash.getMostSignificantBits(), hash.getLeastSignificantBits(), micros);
    }

    /** Never 0, which is a free place. */
    private static long mark(long high, long low, long micros) {
        var mixed = (high ^ Long.rotateLeft(low, 32) ^ micros * SPREAD) * SPREAD;
        return (mixed ^ mixed >>> 29) | 1;
    }
}
