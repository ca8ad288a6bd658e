package org.quartermaster.procurement.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Refuses packed documents that unpack to more than a document can be, before anything reads them. */
final class ArchiveGuard {
    private static final int RATIO = 100;
    private static final long ALWAYS_FINE = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int BUFFER = 1 << 16;

    private ArchiveGuard() {}

    /** True for a bomb: more than 100 times as long unpacked, whatever it says of its own length, or too many parts. */
    static boolean isBomb(Path file) throws IOException {
        if (!isZip(file)) {
            return false;
        }
        var left = Math.max(ALWAYS_FINE, Files.size(file) * RATIO);
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return true;
            }
            for (var entries = zip.entries(); entries.hasMoreElements() && left >= 0; ) {
                try (var content = zip.getInputStream(entries.nextElement())) {
                    left -= length(content, left);
                }
            }
        }
        return left < 0;
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K' && in.read() == 3;
        }
    }

    /** The length, or one that is above the limit. */
    private static long length(InputStream content, long limit) throws IOException {
        var buffer = new byte[BUFFER];
        long length = 0;
        for (var read = content.read(buffer); read >= 0 && length <= limit; read = content.read(buffer)) {
            length += read;
        }
        return length;
    }
}
