package org.quartermaster.procurement.ocds.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The UTF-8 of a text in another encoding, piece by piece. */
final class Transcoded extends InputStream {
    private static final int PIECE = 1 << 13;

    private final Reader reader;
    private final char[] piece = new char[PIECE + 1];
    private byte[] bytes = new byte[0];
    private int at;

    Transcoded(InputStream in, Charset charset) {
        reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        if (at == bytes.length && !fill()) {
            return -1;
        }
        return bytes[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == bytes.length && !fill()) {
            return -1;
        }
        int given = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, given);
        at += given;
        return given;
    }

    /** NB: a pair of surrogates is never parted between two pieces. */
    private boolean fill() throws IOException {
        int read = reader.read(piece, 0, PIECE);
        if (read > 0 && Character.isHighSurrogate(piece[read - 1])) {
            int low = reader.read();
            if (low >= 0) {
                piece[read++] = (char) low;
            }
        }
        at = 0;
        bytes = read <= 0 ? new byte[0] : new String(piece, 0, read).getBytes(StandardCharsets.UTF_8);
        return read > 0;
    }
}
