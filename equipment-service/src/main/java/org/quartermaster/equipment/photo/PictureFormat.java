package org.quartermaster.equipment.photo;

import java.util.Arrays;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** The kinds of files that are taken, known by their first bytes: what a client calls them does not count. */
enum PictureFormat {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    /** Offset of the bit depth in the IHDR chunk, which comes first (PNG, section 11.2.1). */
    private static final int PNG_DEPTH = 24;

    final String contentType;
    private final byte[] start;

    PictureFormat(String contentType, int... start) {
        this.contentType = contentType;
        this.start = new byte[start.length];
        for (var i = 0; i < start.length; i++) {
            this.start[i] = (byte) start[i];
        }
    }

    static PictureFormat of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> format.startsWith(file))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_TYPE));
    }

    private boolean startsWith(byte[] file) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    /** How much more memory a pixel takes than four bytes: PNG knows samples of 16 bits. */
    int weight(byte[] file) {
        return this == PNG && file.length > PNG_DEPTH && file[PNG_DEPTH] == 16 ? 2 : 1;
    }
}
