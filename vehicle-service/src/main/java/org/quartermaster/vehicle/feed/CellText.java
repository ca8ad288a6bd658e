package org.quartermaster.vehicle.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a cell into text, and notes what had to be done for it. */
final class CellText {
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private boolean fellBack;
    private boolean hadNul;

    void clear() {
        fellBack = false;
        hadNul = false;
    }

    /** True when the last text was no UTF-8, and was read as windows-1252. */
    boolean fellBack() {
        return fellBack;
    }

    /** True when NUL was taken out of the last text. */
    boolean hadNul() {
        return hadNul;
    }

    /** The text without white space around it. */
    String read(byte[] bytes, int start, int end) {
        clear();
        var from = start;
        var to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        for (var at = from; at < to; at++) {
            if (bytes[at] <= 0) {
                return trim(decode(bytes, from, to));
            }
        }
        return from == to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The text as it stands there, without NUL. */
    String decode(byte[] bytes, int start, int end) {
        var text = new String(bytes, start, end - start, charset(bytes, start, end));
        hadNul = text.indexOf('\0') >= 0;
        return hadNul ? text.replace("\0", "") : text;
    }

    private Charset charset(byte[] bytes, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            fellBack = false;
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            fellBack = true;
            return FALLBACK;
        }
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each >= '\t' && each <= '\r';
    }

    private static String trim(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** NB: neither of the two knows all kinds; the no-break spaces are missing from the first, tabs from the second. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
