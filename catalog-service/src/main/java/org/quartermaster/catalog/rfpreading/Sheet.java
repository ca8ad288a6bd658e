package org.quartermaster.catalog.rfpreading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Place;

/** Reads one sheet; a merged cell counts in each row and column that it covers. */
final class Sheet {
    private final String name;
    private final CellText texts;
    private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<int[]> merges = new ArrayList<>();
    private int row;
    private int column;

    Sheet(String name, CellText texts) {
        this.name = name;
        this.texts = texts;
    }

    void read(XMLStreamReader xml, Draft draft) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> startRow(xml);
                    case "c" -> cell(xml);
                    case "mergeCell" -> merges.add(area(xml.getAttributeValue(null, "ref")));
                    default -> {}
                }
            }
        }
        merges.forEach(this::merge);
        rows.forEach((number, cells) -> draft.add(
                new Place(null, name, number), !rows.containsKey(number - 1), true, List.copyOf(cells.values())));
    }

    private void startRow(XMLStreamReader xml) {
        var number = xml.getAttributeValue(null, "r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = 0;
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        var reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : CellText.column(reference);
        var clean = Draft.clean(texts.of(xml));
        if (!clean.isEmpty()) {
            put(row, column, column, clean, false);
        }
    }

    private void put(int at, int left, int right, String text, boolean isMerged) {
        rows.computeIfAbsent(at, any -> new TreeMap<>()).put(left, new Cell(left, right + 0.9, text, isMerged));
    }

    private void merge(int[] area) {
        var first = rows.getOrDefault(area[1], new TreeMap<>()).get(area[0]);
        if (first == null) {
            return;
        }
        for (Map.Entry<Integer, TreeMap<Integer, Cell>> below :
                rows.subMap(area[1], true, area[3], true).entrySet()) {
            put(below.getKey(), area[0], area[2], first.text(), below.getKey() > area[1]);
        }
    }

    /** Left, top, right, bottom. */
    private static int[] area(String reference) {
        var ends = reference.split(":");
        var last = ends[ends.length - 1];
        return new int[] {CellText.column(ends[0]), row(ends[0]), CellText.column(last), row(last)};
    }

    private static int row(String reference) {
        return Integer.parseInt(reference.replaceAll("\\D", ""));
    }
}
