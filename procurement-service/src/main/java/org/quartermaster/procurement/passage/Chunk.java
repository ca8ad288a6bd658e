package org.quartermaster.procurement.passage;

/**
 * A piece of a longer text.
 *
 * @param index from 0
 * @param start place of its first character in the text, in UTF-16 units
 * @param end place after its last character
 */
record Chunk(int index, String text, int start, int end) {}
