package org.quartermaster.catalog.rfpreading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Knows which cell styles of a workbook show a number as a date (ECMA-376, 18.8.30). */
final class DateFormats {
    private static final int FIRST_DATE = 14;
    private static final int LAST_DATE = 17;
    private static final int DATE_AND_TIME = 22;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

    private final Set<Integer> dates = new HashSet<>();
    private final List<Integer> styles = new ArrayList<>();

    static DateFormats read(XMLStreamReader xml) throws XMLStreamException {
        var formats = new DateFormats();
        var isCell = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && "cellXfs".equals(xml.getLocalName())) {
                isCell = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                isCell |= "cellXfs".equals(xml.getLocalName());
                formats.add(xml, isCell);
            }
        }
        return formats;
    }

    private void add(XMLStreamReader xml, boolean isCell) {
        if ("numFmt".equals(xml.getLocalName())) {
            var code = xml.getAttributeValue(null, "formatCode");
            if (code != null && code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "").matches("(?i).*[dy].*")) {
                dates.add(number(xml.getAttributeValue(null, "numFmtId")));
            }
        } else if (isCell && "xf".equals(xml.getLocalName())) {
            styles.add(number(xml.getAttributeValue(null, "numFmtId")));
        }
    }

    private static int number(String value) {
        return value == null ? 0 : Integer.parseInt(value);
    }

    /** The number as its style shows it: a date in ISO form or the plain number. */
    String shown(String number, String style) {
        var value = new BigDecimal(number);
        var index = number(style);
        var format = index < styles.size() ? styles.get(index) : 0;
        var isDate = dates.contains(format) || format >= FIRST_DATE && format <= LAST_DATE || format == DATE_AND_TIME;
        return isDate && value.signum() > 0 && value.compareTo(LAST_DAY) <= 0
                ? DAY_ZERO.plusDays(value.longValue()).toString()
                : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
