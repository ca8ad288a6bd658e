package org.quartermaster.procurement.text;

/** A piece of a text, from (included) to (excluded). */
public record Passage(int start, int end) {
    private static final int AROUND = 60;
    private static final String MORE = "…";

    /** The piece with some words around it, and an ellipsis where the text goes on. */
    public String in(String text) {
        var from = Math.max(0, start - AROUND);
        var to = Math.min(text.length(), end + AROUND);
        while (from > 0 && from < start && !isBetween(text, from)) {
            from++;
        }
        while (to < text.length() && to > end && !isBetween(text, to)) {
            to--;
        }
        return (from > 0 ? MORE : "") + text.substring(from, to).strip() + (to < text.length() ? MORE : "");
    }

    private static boolean isBetween(String text, int place) {
        return Character.isWhitespace(text.charAt(place)) || Character.isWhitespace(text.charAt(place - 1));
    }
}
