package org.quartermaster.equipment.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values of another service as the register can hold them; what it cannot hold counts as not said. */
final class Stated {
    private static final Pattern VIN = Pattern.compile("[A-Za-z0-9]{1,17}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal MAX_MONEY = new BigDecimal("9999999999.99");
    private static final BigDecimal MAX_KM = new BigDecimal("100000000");
    private static final int NAME = 100;

    private Stated() {}

    static String vin(String text) {
        return text != null && VIN.matcher(text.strip()).matches() ? text.strip() : null;
    }

    static String name(String text) {
        var clean = text == null ? "" : text.replace("\0", "").strip();
        return clean.isEmpty() || clean.codePointCount(0, clean.length()) > NAME ? null : clean;
    }

    static Integer year(Integer year) {
        return year != null && year >= 1900 && year <= 2100 ? year : null;
    }

    static BigDecimal money(BigDecimal amount) {
        var rounded = amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
        return within(rounded, MAX_MONEY) ? rounded : null;
    }

    static BigDecimal km(BigDecimal km) {
        return within(km, MAX_KM) ? km.setScale(1, RoundingMode.HALF_UP) : null;
    }

    private static boolean within(BigDecimal value, BigDecimal max) {
        return value != null && value.signum() >= 0 && value.compareTo(max) <= 0;
    }

    static String currency(String text) {
        var word = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        return CURRENCY.matcher(word).matches() ? word : null;
    }
}
