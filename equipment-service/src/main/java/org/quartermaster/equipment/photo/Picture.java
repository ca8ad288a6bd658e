package org.quartermaster.equipment.photo;

/**
 * A picture that was checked and encoded anew, so that nothing of the file that came in is left but what one sees.
 *
 * @param original in full size, of the given content type
 * @param thumb JPEG of at most 320 pixels a side
 * @param sha256 of the original, in hex
 */
public record Picture(String contentType, int width, int height, byte[] original, byte[] thumb, String sha256) {}
