package org.quartermaster.catalog.rfpreading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Place;

/** Reads the paragraphs and tables of a DOCX; deleted text and fields' codes are not its text. */
final class WordFile {
    static final String MAIN = "word/document.xml";

    private static final String BULLET = "• ";

    private final XMLStreamReader xml;
    private final Draft draft = new Draft();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private List<Cell> cells = new ArrayList<>();
    private List<Cell> above = List.of();
    private int tables;
    private int rows;
    private int span = 1;
    private boolean isMerged;
    private boolean isListed;
    private boolean isApart;

    private WordFile(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Draft read(Parts parts) throws XMLStreamException {
        var file = new WordFile(parts.xml(MAIN));
        file.texts.push(new StringBuilder());
        while (file.xml.hasNext()) {
            var event = file.xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                file.start(file.xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                file.end(file.xml.getLocalName());
            }
        }
        return file.draft;
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "t" -> text().append(xml.getElementText());
            case "tab", "br", "cr" -> text().append(tables == 0 && "tab".equals(element) ? "\t" : " ");
            case "numPr" -> isListed = true;
            case "tbl" -> tables++;
            case "tc" -> startCell();
            case "gridSpan" -> span = Math.max(1, Integer.parseInt(value("1")));
            case "vMerge" -> isMerged = !"restart".equals(value("continue"));
            default -> {}
        }
    }

    private String value(String missing) {
        var value = xml.getAttributeValue(xml.getNamespaceURI(), "val");
        return value == null ? missing : value;
    }

    private StringBuilder text() {
        return texts.element();
    }

    private void startCell() {
        texts.push(new StringBuilder());
        span = 1;
        isMerged = false;
    }

    private void end(String element) {
        switch (element) {
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> {
                tables--;
                above = List.of();
            }
            default -> {}
        }
    }

    private void endParagraph() {
        if (tables > 0) {
            text().append(' ');
        } else {
            var paragraph = text().toString();
            text().setLength(0);
            if (paragraph.isBlank()) {
                isApart = true;
            } else {
                addParagraph(paragraph);
            }
        }
        isListed = false;
    }

    private void addParagraph(String paragraph) {
        var columns = new ArrayList<Cell>();
        for (var part : paragraph.split("\t")) {
            var mark = columns.isEmpty() && isListed ? BULLET : "";
            columns.add(new Cell(columns.size(), columns.size() + 0.9, mark + Draft.clean(part), false));
        }
        rows++;
        draft.add(new Place(null, null, rows), isApart, false, columns);
        isApart = false;
    }

    private void endCell() {
        var text = Draft.clean(texts.pop().toString());
        if (tables > 1) {
            text().append(' ').append(text);
            return;
        }
        var left = cells.isEmpty() ? 0 : (int) cells.get(cells.size() - 1).right() + 1;
        cells.add(new Cell(left, left + span - 0.1, isMerged ? textAbove(left) : text, isMerged));
    }

    private String textAbove(int left) {
        return above.stream()
                .filter(cell -> cell.left() == left)
                .map(Cell::text)
                .findFirst()
                .orElse("");
    }

    private void endRow() {
        if (tables > 1) {
            return;
        }
        rows++;
        draft.add(new Place(null, null, rows), false, true, cells);
        above = cells;
        cells = new ArrayList<>();
    }
}
