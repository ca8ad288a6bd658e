package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.vehicle.vin.CheckDigit;
import org.quartermaster.vehicle.vin.Verdict;
import org.quartermaster.vehicle.vin.VinJudge;

/** Shows assets, with the verdicts on their VINs. */
@ApplicationScoped
class AssetViews {
    private static final Rows<Asset> ROWS = Rows.of(Asset.class, Asset::new);

    private final VinJudge judge;
    private final ObjectMapper json;

    @Inject
    AssetViews(VinJudge judge, ObjectMapper json) {
        this.judge = judge;
        this.json = json;
    }

    /** NB: a lot keeps its VIN when a newer row has no usable one; then the text is not what the VIN was read from. */
    public AssetView of(Asset asset) {
        var read = verdict(asset.vinRaw, asset.year);
        var isOfVin = read != null && (asset.vin == null || asset.vin.equals(read.normalized()));
        return AssetView.of(asset, isOfVin ? read : verdict(asset.vin, asset.year));
    }

    private Verdict verdict(String text, Integer year) {
        return text == null ? null : judge.judgeKept(text, null, year);
    }

    AssetView read(Row row) {
        return of(ROWS.read(row));
    }

    ObjectNode values(AssetView view) {
        return json.valueToTree(view);
    }

    /** Whether the check digit of its VIN is wrong, and nobody said why that is right. */
    static boolean hasDoubtfulVin(AssetView view) {
        return view.verdict() != null
                && view.verdict().checkDigit().status() == CheckDigit.Status.MISMATCH
                && view.vinOverrideReason() == null;
    }
}
