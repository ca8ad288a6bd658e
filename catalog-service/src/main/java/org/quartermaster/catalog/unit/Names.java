package org.quartermaster.catalog.unit;

import java.util.Map;
import java.util.regex.Pattern;
import org.quartermaster.catalog.text.Fold;

/** The names of properties that stand beside a number: only numbers of the same name are compared. */
final class Names {
    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    static final String ALL =
            "SNR|NRR|weight|gewicht|peso|poids|вес|масса|тежина|وزن|length|länge|longitud|longueur|длина|дужина|طول|"
                    + "width|breite|ancho|largeur|ширина|عرض|height|höhe|altura|hauteur|высота|висина|ارتفاع|thickness|dicke|толщина|سماكة|"
                    + "diameter|durchmesser|diámetro|diamètre|диаметр|قطر|bore|chuck|sound power|sound pressure|vibration";

    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("gewicht", "weight"),
            Map.entry("peso", "weight"),
            Map.entry("poids", "weight"),
            Map.entry("вес", "weight"),
            Map.entry("масса", "weight"),
            Map.entry("тежина", "weight"),
            Map.entry("وزن", "weight"),
            Map.entry("lange", "length"),
            Map.entry("longitud", "length"),
            Map.entry("longueur", "length"),
            Map.entry("длина", "length"),
            Map.entry("дужина", "length"),
            Map.entry("طول", "length"),
            Map.entry("breite", "width"),
            Map.entry("ancho", "width"),
            Map.entry("largeur", "width"),
            Map.entry("ширина", "width"),
            Map.entry("عرض", "width"),
            Map.entry("hohe", "height"),
            Map.entry("altura", "height"),
            Map.entry("hauteur", "height"),
            Map.entry("высота", "height"),
            Map.entry("висина", "height"),
            Map.entry("ارتفاع", "height"),
            Map.entry("dicke", "thickness"),
            Map.entry("толщина", "thickness"),
            Map.entry("سماكه", "thickness"),
            Map.entry("durchmesser", "diameter"),
            Map.entry("diametro", "diameter"),
            Map.entry("diametre", "diameter"),
            Map.entry("диаметр", "diameter"),
            Map.entry("قطر", "diameter"));

    private Names() {}

    /** @param word one of {@link #ALL} */
    static String of(String word) {
        var folded = Fold.fold(word);
        return CANONICAL.getOrDefault(folded, folded);
    }
}
