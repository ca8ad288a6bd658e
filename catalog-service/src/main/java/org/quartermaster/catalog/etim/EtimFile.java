package org.quartermaster.catalog.etim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.quartermaster.catalog.classification.EtimCode;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;

/**
 * The files of an ETIM release, each known by its columns: those of the published CSV set, or plainer ones. The order is
 * that in which a file is looked for, since some hold the columns of others too.
 */
enum EtimFile {
    FEATURE_VALUES(
            column("nr", "class_feature_nr", "artclassfeaturenr"),
            code("value_id", EtimCode::isValue, "value_id", "valueid"),
            optional("name", "value_en", "valuedesc"),
            optional("sort", "sort", "sortnr")),
    CLASS_FEATURES(
            column("nr", "class_feature_nr", "artclassfeaturenr"),
            code("class_code", EtimCode::isClass, "class_code", "artclassid"),
            code("feature_id", EtimCode::isFeature, "feature_id", "featureid"),
            code("type", "ALNR"::contains, "type_anlr", "featuretype", "type"),
            optional("name", "feature_en", "featuredesc"),
            optional("unit", "unitofmeasid", "unit_id", "unit"),
            optional("sort", "sort", "sortnr")),
    SYNONYMS(
            code("class_code", EtimCode::isClass, "class_code", "artclassid"),
            column("synonym", "synonym_en", "classsynonym", "synonym")),
    CLASSES(
            code("class_code", EtimCode::isClass, "class_code", "artclassid"),
            code("version", text -> text.matches("[0-9]{1,6}"), "class_version", "artclassversion", "version"),
            code("group_id", EtimCode::isGroup, "group_id", "artgroupid"),
            column("name", "description_en", "artclassdesc"),
            optional("group_name", "group_en")),
    GROUPS(
            code("code", EtimCode::isGroup, "group_id", "artgroupid"),
            column("name", "group_en", "groupdesc", "artgroupdesc")),
    FEATURES(code("code", EtimCode::isFeature, "feature_id", "featureid"), column("name", "feature_en", "featuredesc")),
    VALUES(code("code", EtimCode::isValue, "value_id", "valueid"), column("name", "value_en", "valuedesc")),
    UNITS(
            code("code", EtimCode::isUnit, "unit_id", "unitofmeasid"),
            column("symbol", "unitabbrev", "unit", "unitdesc")),
    FEATURE_GROUPS(column("code", "feature_group_id", "featuregroupid"), column("name", "name", "featuregroupdesc"));

    private static final int LONGEST = 300;

    final List<Column> columns;

    EtimFile(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * A column of a file.
     *
     * @param name of ours
     * @param fits what its cells have to fulfil
     * @param names in files
     */
    record Column(String name, Predicate<String> fits, boolean isRequired, String... names) {
        private boolean isIn(ReferenceTable table) {
            return !isRequired || Arrays.stream(names).anyMatch(table.columns()::contains);
        }

        private boolean isFine(String cell) {
            return cell == null ? !isRequired : cell.length() <= LONGEST && fits.test(cell);
        }
    }

    private static Column column(String name, String... names) {
        return new Column(name, text -> true, true, names);
    }

    private static Column code(String name, Predicate<String> form, String... names) {
        return new Column(name, form, true, names);
    }

    private static Column optional(String name, String... names) {
        return new Column(name, text -> true, false, names);
    }

    /** The kind of a file, where it is one of the release. */
    static Optional<EtimFile> of(ReferenceTable table) {
        return Arrays.stream(values())
                .filter(file -> file.columns.stream().allMatch(column -> column.isIn(table)))
                .findFirst();
    }

    /** The first column whose cell is missing or of the wrong form; null where the row is fine. */
    String wrong(ReferenceRow row) {
        return columns.stream()
                .filter(column -> !column.isFine(row.text(column.names)))
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }

    /** Name of the table that its rows wait in. */
    String stage() {
        return "staged_" + name().toLowerCase(Locale.ROOT);
    }
}
