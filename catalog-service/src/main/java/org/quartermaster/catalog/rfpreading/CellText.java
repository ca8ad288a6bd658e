package org.quartermaster.catalog.rfpreading;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of cells of a workbook (ECMA-376, 18.3.1.4): its shared strings, and numbers as their style shows them. */
public final class CellText {
    private static final int MOST_COLUMNS = 16_384;

    private final List<String> strings;
    private final DateFormats formats;

    CellText(List<String> strings, DateFormats formats) {
        this.strings = strings;
        this.formats = formats;
    }

    /**
     * The texts of a workbook.
     *
     * @param strings the part of shared strings, or null
     * @param styles the part of styles, or null
     */
    public static CellText of(XMLStreamReader strings, XMLStreamReader styles) throws XMLStreamException {
        return new CellText(
                strings == null ? List.of() : strings(strings),
                styles == null ? new DateFormats() : DateFormats.read(styles));
    }

    /** The text of the cell that was just begun, which is read to its end. */
    public String of(XMLStreamReader xml) throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        var text = new StringBuilder();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && "c".equals(xml.getLocalName())) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && "v".equals(xml.getLocalName())) {
                text.append(value(type, style, xml.getElementText()));
            } else if (event == XMLStreamConstants.START_ELEMENT && "t".equals(xml.getLocalName())) {
                text.append(xml.getElementText());
            }
        }
        return text.toString();
    }

    /** NB: a formula has the value that was saved with it. */
    private String value(String type, String style, String value) {
        return switch (type == null ? "n" : type) {
            case "s" -> strings.get(Integer.parseInt(value));
            case "n" -> value.isBlank() ? "" : formats.shown(value, style);
            case "b" -> "1".equals(value) ? "true" : "false";
            case "e" -> "";
            default -> value;
        };
    }

    /** The column of a reference such as {@code AB12}; the first is 1. */
    public static int column(String reference) {
        var column = 0;
        for (var i = 0;
                i < reference.length() && Character.isLetter(reference.charAt(i)) && column < MOST_COLUMNS;
                i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    /** NB: the reading aid of Japanese words (rPh) holds text elements too. */
    static List<String> strings(XMLStreamReader xml) throws XMLStreamException {
        var strings = new ArrayList<String>();
        var text = new StringBuilder();
        var isAid = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                isAid |= "rPh".equals(xml.getLocalName());
                if ("t".equals(xml.getLocalName()) && !isAid) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && "rPh".equals(xml.getLocalName())) {
                isAid = false;
            } else if (event == XMLStreamConstants.END_ELEMENT && "si".equals(xml.getLocalName())) {
                strings.add(text.toString());
                text.setLength(0);
            }
        }
        return strings;
    }
}
