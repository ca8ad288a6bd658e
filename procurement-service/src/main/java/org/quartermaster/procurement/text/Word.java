package org.quartermaster.procurement.text;

/**
 * A word of a text in both of its spellings.
 *
 * @param digraph such as {@code shkola} for {@code школа}
 * @param bare such as {@code skola}; the same text where nothing differs
 * @param start place of its first character in the text as it was given
 * @param end place after its last character
 * @param letters how many letters and digits it was typed with
 */
public record Word(String digraph, String bare, int start, int end, int letters) {}
