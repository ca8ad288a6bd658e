package org.quartermaster.vehicle.document;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** The kinds of files that are taken, known by their first bytes: what a client calls them does not count. */
enum FileFormat {
    PDF("application/pdf", '%', 'P', 'D', 'F', '-'),
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    /** A RIFF container, whose length stands between (RFC 9649, section 2.4). */
    WEBP("image/webp", 'R', 'I', 'F', 'F', -1, -1, -1, -1, 'W', 'E', 'B', 'P');

    final String mediaType;
    /** Unsigned bytes; -1 stands for any. */
    private final int[] start;

    FileFormat(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    /** 415 for any other file. */
    static FileFormat of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> format.begins(file))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_TYPE));
    }

    private boolean begins(byte[] file) {
        return file.length >= start.length
                && IntStream.range(0, start.length).allMatch(i -> start[i] < 0 || start[i] == (file[i] & 0xFF));
    }
}
