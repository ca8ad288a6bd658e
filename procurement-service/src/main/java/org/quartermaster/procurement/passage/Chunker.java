package org.quartermaster.procurement.passage;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces of so many words, neighbours of which share some, so that no phrase is lost at a cut. */
final class Chunker {
    /** What has no space for so long is no word: it is taken for several. */
    private static final int LONGEST_WORD = 200;

    private Chunker() {}

    private record Span(int start, int end) {}

    /**
     * The pieces; none for a text without words.
     *
     * @param words of a piece, at least 1
     * @param overlap words that a piece shares with the one before; less than a piece has
     */
    static List<Chunk> cut(String text, int words, int overlap) {
        var spans = spans(text);
        var step = Math.max(1, words - Math.max(0, overlap));
        var chunks = new ArrayList<Chunk>();
        for (var first = 0; first < spans.size(); first += step) {
            var last = Math.min(first + words, spans.size()) - 1;
            var start = spans.get(first).start();
            var end = spans.get(last).end();
            chunks.add(new Chunk(chunks.size(), text.substring(start, end), start, end));
            if (last == spans.size() - 1) {
                break;
            }
        }
        return chunks;
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var place = 0;
        while (place < text.length()) {
            if (isSpace(text.charAt(place))) {
                place++;
                continue;
            }
            var end = place + 1;
            while (end < text.length() && !isSpace(text.charAt(end)) && !isCut(text, place, end)) {
                end++;
            }
            spans.add(new Span(place, end));
            place = end;
        }
        return spans;
    }

    private static boolean isCut(String text, int start, int end) {
        return end - start >= LONGEST_WORD && !Character.isLowSurrogate(text.charAt(end));
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
