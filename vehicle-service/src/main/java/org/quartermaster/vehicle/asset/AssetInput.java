package org.quartermaster.vehicle.asset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.vehicle.vin.Verdict;
import org.quartermaster.vehicle.vin.VinJudge;

/** What a request says of an asset; nothing is changed before {@link #apply}, so that it can be checked first. */
public final class AssetInput {
    static final String MAX_MONEY = "999999999999.99";
    static final String MAX_ODOMETER = "999999999.9";
    private static final int METADATA_BYTES = 16 * 1024;
    private static final int METADATA_DEPTH = 8;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    private final Fields fields;
    private final List<Consumer<Asset>> changes = new ArrayList<>();
    private boolean tellsOdometer;
    private boolean tellsReadAt;

    private AssetInput(Fields fields) {
        this.fields = fields;
    }

    /** Refuses wrong and unknown fields; a VIN that identifies no vehicle is 422 {@code vin_malformed}. */
    public static AssetInput read(Fields fields, VinJudge judge) {
        var input = new AssetInput(fields);
        input.identity();
        input.vehicle();
        input.odometer();
        input.registration();
        input.money();
        var vin = fields.text("vin", 0, 100);
        fields.checkStrictly();
        vin.to(text -> input.vin(text, text == null ? null : judge.requireWellFormed(text)));
        return input;
    }

    private void identity() {
        set(fields.uuid("current_organization_id"), (asset, id) -> asset.currentOrganizationId = id);
        set(fields.uuid("owner_org_id"), (asset, id) -> asset.ownerOrgId = id);
        set(fields.uuid("owner_person_id"), (asset, id) -> asset.ownerPersonId = id);
        text("license_plate", 20, (asset, text) -> asset.licensePlate = text);
        text("catalog_ref", 200, (asset, text) -> asset.catalogRef = text);
        text("serial_number", 100, (asset, text) -> asset.serialNumber = text);
        set(fields.word("asset_kind", AssetKind.class), (asset, kind) -> asset.assetKind = kind);
    }

    private void vehicle() {
        text("make", 100, (asset, text) -> asset.make = text);
        text("model", 100, (asset, text) -> asset.model = text);
        text("variant", 100, (asset, text) -> asset.variant = text);
        set(fields.integer("year", 1900, 2100), (asset, year) -> asset.year = year);
        text("body", 100, (asset, text) -> asset.body = text);
        text("fuel", 100, (asset, text) -> asset.fuel = text);
        text("transmission", 100, (asset, text) -> asset.transmission = text);
        text("drive", 100, (asset, text) -> asset.drive = text);
        text("engine", 100, (asset, text) -> asset.engine = text);
        text("color", 100, (asset, text) -> asset.color = text);
        set(
                fields.object("metadata", METADATA_BYTES, METADATA_DEPTH),
                (asset, json) -> asset.metadata = json == null ? null : json.toString());
    }

    private void odometer() {
        var value = fields.decimal("odometer_value", 1, "0", MAX_ODOMETER);
        var readAt = fields.time("odometer_read_at");
        tellsOdometer = value.given();
        tellsReadAt = readAt.given();
        set(value, (asset, number) -> asset.odometerValue = number);
        set(fields.word("odometer_unit", OdometerUnit.class), (asset, unit) -> asset.odometerUnit = unit);
        set(readAt, (asset, time) -> asset.odometerReadAt = time);
    }

    private void registration() {
        country("plate_country", (asset, text) -> asset.plateCountry = text);
        country("registration_country", (asset, text) -> asset.registrationCountry = text);
        set(fields.date("first_registration_date"), (asset, date) -> asset.firstRegistrationDate = date);
        set(fields.date("inspection_expires_on"), (asset, date) -> asset.inspectionExpiresOn = date);
        set(fields.date("insurance_expires_on"), (asset, date) -> asset.insuranceExpiresOn = date);
        text("location_name", 200, (asset, text) -> asset.locationName = text);
        text("notes", 5_000, (asset, text) -> asset.notes = text);
    }

    private void money() {
        purchase();
        set(fields.money("value", MAX_MONEY), (asset, amount) -> asset.value = amount);
        currency("value_currency", (asset, code) -> asset.valueCurrency = code);
        set(fields.time("value_at"), (asset, time) -> asset.valueAt = time);
    }

    private AssetInput purchase() {
        set(fields.money("purchase_price", MAX_MONEY), (asset, amount) -> asset.purchasePrice = amount);
        currency("purchase_currency", (asset, code) -> asset.purchaseCurrency = code);
        set(fields.time("acquired_at"), (asset, time) -> asset.acquiredAt = time);
        return this;
    }

    /** Price, currency and time of a purchase alone. */
    static AssetInput purchase(Fields fields) {
        return new AssetInput(fields).purchase();
    }

    /** The override was given for the VIN before. */
    private void vin(String raw, Verdict verdict) {
        changes.add(asset -> {
            var vin = verdict == null ? null : verdict.normalized();
            if (vin == null || !vin.equals(asset.vin)) {
                asset.vinOverrideReason = null;
            }
            asset.vin = vin;
            asset.vinRaw = raw;
        });
    }

    private void text(String name, int max, BiConsumer<Asset, String> target) {
        set(fields.text(name, 0, max), target);
    }

    private void country(String name, BiConsumer<Asset, String> target) {
        var country = fields.text(name, 0, 2);
        if (country.value() != null && !COUNTRIES.contains(country.value())) {
            fields.error(name, "string_pattern", "ISO 3166-1 alpha-2");
        }
        set(country, target);
    }

    private void currency(String name, BiConsumer<Asset, String> target) {
        var code = fields.text(name, 0, 3);
        if (code.value() != null && !CURRENCY.matcher(code.value()).matches()) {
            fields.error(name, "string_pattern", CURRENCY.pattern());
        }
        set(code, target);
    }

    private <T> void set(Field<T> field, BiConsumer<Asset, T> target) {
        field.to(value -> changes.add(asset -> target.accept(asset, value)));
    }

    /** An odometer that comes without the time of its reading was read now. */
    public void apply(Asset asset, Instant now) {
        var before = asset.odometerValue;
        changes.forEach(change -> change.accept(asset));
        if (tellsOdometer && !tellsReadAt && !Objects.equals(before, asset.odometerValue)) {
            asset.odometerReadAt = asset.odometerValue == null ? null : now;
        }
    }

    /** An asset that knows no more than the request says; for checks before anything is changed. */
    Asset said() {
        var said = new Asset();
        changes.forEach(change -> change.accept(said));
        return said;
    }
}
