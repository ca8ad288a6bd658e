package org.quartermaster.catalog.rfpreading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;

/** The kinds of files that can hold a request, known by their content: names lie. */
public enum FileKind {
    TEXT("text/plain"),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf");

    private static final int HEAD = 1024;
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type to store and to answer with. */
    public String mediaType() {
        return mediaType;
    }

    /** Looks at the first bytes: PDF, a package (given as XLSX until its parts are seen) or text. */
    static FileKind of(byte[] file) throws UnreadableFile {
        if (file.length == 0) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        if (startsWith(file, OLE)) {
            throw new UnreadableFile(contains(file, ENCRYPTED_PACKAGE) ? Reason.ENCRYPTED : Reason.UNSUPPORTED);
        }
        if (startsWith(file, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        var head = new String(Arrays.copyOf(file, Math.min(HEAD, file.length)), StandardCharsets.ISO_8859_1);
        return head.contains("%PDF-") ? PDF : TEXT;
    }

    private static boolean startsWith(byte[] file, int... start) {
        for (var i = 0; i < start.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] file, byte[] part) {
        for (var i = 0; i + part.length <= file.length; i++) {
            if (Arrays.equals(file, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
