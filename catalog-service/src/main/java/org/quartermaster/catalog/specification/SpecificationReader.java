package org.quartermaster.catalog.specification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.catalog.unit.Measure;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Packing;
import org.quartermaster.catalog.unit.Units;

/**
 * Reads specifications from the texts of an article: how it is packed, and numbers with units that can only be meant for
 * one feature of its class. What could be meant for two is left out.
 */
final class SpecificationReader {
    private static final String SOURCE = "parsed";
    private static final List<String> AXES = List.of("length", "width", "height");
    /** Two ways to write one size, in inches and millimetres, differ by rounding. */
    private static final BigDecimal NEAR = new BigDecimal("0.02");

    private final Collection<Feature> features;
    private final Map<String, Specification> found = new LinkedHashMap<>();
    private final HashSet<String> doubtful = new HashSet<>();

    SpecificationReader(Collection<Feature> features) {
        this.features = features;
    }

    /** What the text says, each once. */
    List<Specification> read(String text) {
        for (var step : Packing.in(text, Units.standard())) {
            found.putIfAbsent(step.name(), packing(step));
        }
        var measures = new Measures(Units.standard())
                .in(text).stream()
                        .filter(measure -> measure.kind() == Measure.Kind.NUMBER)
                        .toList();
        var places = new HashMap<Integer, Integer>();
        for (var measure : measures) {
            var count = measures.stream()
                    .filter(other -> other.start() == measure.start())
                    .count();
            var place = places.merge(measure.start(), 1, Integer::sum) - 1;
            take(measure, count > 1 && place < AXES.size() ? AXES.get(place) : measure.name());
        }
        doubtful.forEach(found::remove);
        return new ArrayList<>(found.values());
    }

    private static Specification packing(Packing step) {
        var specification = new Specification();
        specification.specName = step.name();
        specification.specValue = step.count().toPlainString();
        specification.valueNum = step.count();
        specification.source = SOURCE;
        return specification;
    }

    private void take(Measure measure, String name) {
        var fitting = features.stream()
                .filter(feature -> feature.type().matches("[NR]"))
                .filter(feature -> feature.dimension()
                        .filter(measure.unit().dimension()::equals)
                        .isPresent())
                .toList();
        if (fitting.size() > 1) {
            fitting = fitting.stream()
                    .filter(feature -> name != null && Words.of(feature.name()).containsAll(Words.of(name)))
                    .toList();
        }
        if (fitting.size() == 1) {
            put(fitting.get(0), measure);
        }
    }

    private void put(Feature feature, Measure measure) {
        var specification = specification(feature, measure);
        if (specification.valueNum == null && specification.valueLow == null || feature.fill(specification) != null) {
            return;
        }
        var before = found.putIfAbsent(feature.code(), specification);
        if (before != null && !isNear(before.canonicalLow, specification.canonicalLow)) {
            doubtful.add(feature.code());
        }
    }

    private static Specification specification(Feature feature, Measure measure) {
        var specification = new Specification();
        specification.featureId = feature.code();
        specification.unit = measure.unit().symbol();
        specification.source = SOURCE;
        if (measure.low() != null && measure.high() != null) {
            if (measure.low().compareTo(measure.high()) == 0) {
                specification.valueNum = measure.low();
            } else {
                specification.valueLow = measure.low();
                specification.valueHigh = measure.high();
            }
        }
        return specification;
    }

    private static boolean isNear(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(one.abs().multiply(NEAR)) <= 0;
    }
}
