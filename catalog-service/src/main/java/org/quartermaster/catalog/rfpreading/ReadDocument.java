package org.quartermaster.catalog.rfpreading;

import java.util.List;

/**
 * A document as all readers give it: its whole text, and where in it the rows stand.
 *
 * @param kind found from the content
 * @param content the whole text; spans count its characters
 * @param rows lines of text and rows of tables, in reading order
 */
public record ReadDocument(FileKind kind, String content, List<Row> rows) {
    /**
     * Where a row stands for the reader of the document.
     *
     * @param page of a PDF, from 1, else null
     * @param sheet of a workbook, else null
     * @param row line of the text or row of the table or sheet, from 1
     */
    public record Place(Integer page, String sheet, int row) {}

    /**
     * One line or table row.
     *
     * @param start of its text without blanks around it
     * @param end of the same
     * @param indent blanks before it
     * @param isApart whether a gap stands before it
     * @param isGrid whether it is a row of a real table, not a line that may look like one
     * @param cells at least one; a line without visible columns is one cell
     */
    public record Row(Place place, int start, int end, int indent, boolean isApart, boolean isGrid, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param left its left edge: column, character or point, the same within a table
     * @param right its right edge
     * @param isMerged whether it only goes on from the row above
     */
    public record Cell(double left, double right, String text, boolean isMerged) {}
}
