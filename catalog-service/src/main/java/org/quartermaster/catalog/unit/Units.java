package org.quartermaster.catalog.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartermaster.catalog.text.Fold;

/** The units that we know, found by code, symbol or word. */
public final class Units {
    private static final int COLUMNS = 7;
    private static final Units STANDARD = read(Units.class.getResourceAsStream("/units.csv"));

    private final List<Unit> units;
    private final Map<String, Unit> exact = new HashMap<>();
    private final Map<String, Unit> words = new HashMap<>();

    /** @param units of two units with the same word the earlier one is found */
    public Units(List<Unit> units) {
        this.units = List.copyOf(units);
        for (var unit : units) {
            exact.putIfAbsent(unit.symbol(), unit);
            words.putIfAbsent(Fold.fold(unit.symbol()), unit);
        }
        for (var unit : units) {
            exact.putIfAbsent(unit.code(), unit);
            unit.aliases().forEach(alias -> words.putIfAbsent(Fold.fold(alias), unit));
        }
    }

    /** The units that come with the service. */
    public static Units standard() {
        return STANDARD;
    }

    private static Units read(InputStream file) {
        try (file) {
            return new Units(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Units::unit)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Unit unit(String line) {
        var cells = line.split(";", COLUMNS);
        return new Unit(
                cells[0],
                cells[1],
                cells[2],
                new BigDecimal(cells[3]),
                new BigDecimal(cells[4]),
                Integer.parseInt(cells[5]),
                List.of(cells[6].split("\\|")));
    }

    public List<Unit> all() {
        return units;
    }

    /**
     * The unit that a word means: its symbol or code letter by letter, else any of its words in folded form.
     *
     * @param word without a number; a dot at its end does not count
     */
    public Optional<Unit> find(String word) {
        var bare = word.strip();
        bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        var found = exact.get(bare);
        return Optional.ofNullable(found == null ? words.get(Fold.fold(bare)) : found);
    }

    /**
     * Converts an amount, or gives nothing when the units measure different things.
     *
     * @param value in {@code from}
     */
    public Optional<BigDecimal> convert(BigDecimal value, Unit from, Unit to) {
        return from.dimension().equals(to.dimension()) && !from.isPack()
                ? Optional.of(to.fromBase(from.toBase(value)))
                : Optional.empty();
    }
}
