package org.quartermaster.vehicle.sale;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.vehicle.asset.AuctionPurchases.Purchase;
import org.quartermaster.vehicle.market.LotChanges;
import org.quartermaster.vehicle.market.LotView;
import org.quartermaster.vehicle.market.SaleEventView;

/** Records and corrects sales: what they say is the lot's outcome, and what an organization bought becomes its asset. */
@ApplicationScoped
public class SaleService {
    private static final String ENTITY = "sale";

    private final Sales sales;
    private final LotChanges lots;
    private final Settlement settlement;
    private final BuyersTenant buyers;

    @Inject
    SaleService(Sales sales, LotChanges lots, Settlement settlement, BuyersTenant buyers) {
        this.sales = sales;
        this.lots = lots;
        this.settlement = settlement;
        this.buyers = buyers;
    }

    public Uni<Answer> record(UnitOfWork unit, String lotId, SaleInput input) {
        return lots.lock(unit, lotId)
                .chain(lot -> sales.insert(unit, lot, input.of(lot))
                        .invoke(sale -> tell(unit, new Change(ENTITY, id(sale), "recorded", sale, null, Map.of())))
                        .call(sale -> follow(unit, lot, null, sale))
                        .call(sale -> buy(unit, lot, sale, input)))
                .map(sale -> Answer.created(sale, "/api/v1/sale-events/" + sale.id(), tag(sale)));
    }

    Uni<Answer> correct(UnitOfWork unit, String saleId, String ifMatch, SaleInput input) {
        var id = Ids.number(saleId).orElseThrow(() -> Problem.of(Sales.NOT_FOUND));
        return lots.lock(unit, Sales.lotOf(id), Sales.NOT_FOUND)
                .chain(lot -> sales.lock(unit, id)
                        .invoke(before -> ETags.requireMatch(ifMatch, before.version()))
                        .chain(before -> change(unit, lot, before, input))
                        .call(sale -> buy(unit, lot, sale, input)))
                .map(sale -> Answer.ok(sale, tag(sale)));
    }

    private Uni<SaleEventView> change(UnitOfWork unit, LotView lot, SaleEventView before, SaleInput input) {
        var terms = input.over(SaleTerms.of(before));
        if (terms.equals(SaleTerms.of(before))) {
            return Uni.createFrom().item(before);
        }
        return sales.update(unit, before.id(), terms)
                .invoke(sale -> tell(unit, corrected(before, sale)))
                .call(sale -> follow(unit, lot, before, sale));
    }

    private static Change corrected(SaleEventView before, SaleEventView sale) {
        Map<String, Object> previous = before.status().equals(sale.status())
                ? Map.of()
                : Map.of("previous", Map.of("status", before.status()));
        return new Change(ENTITY, id(sale), "corrected", sale, before, previous);
    }

    private static void tell(UnitOfWork unit, Change change) {
        unit.changed(change.forAll(unit.caller()));
    }

    /** Timeline and state of the lot. */
    private Uni<Void> follow(UnitOfWork unit, LotView lot, SaleEventView before, SaleEventView sale) {
        if (lot == null) {
            return Uni.createFrom().voidItem();
        }
        var changes = SaleTerms.of(sale).since(before == null ? null : SaleTerms.of(before));
        return unit.runAll(List.of(lots.note(unit, lot.id(), "sale", changes)))
                .chain(() -> settlement.settle(unit, lot));
    }

    private Uni<Void> buy(UnitOfWork unit, LotView lot, SaleEventView sale, SaleInput input) {
        if (lot == null || input.buyer() == null) {
            return Uni.createFrom().voidItem();
        }
        var purchase = new Purchase(lot.id(), sale.finalBid(), sale.currencyCode(), sale.saleDate());
        return buyers.enter(unit, input.buyer(), purchase);
    }

    private static String id(SaleEventView sale) {
        return sale.id().toString();
    }

    private static EntityTag tag(SaleEventView sale) {
        return ETags.of(sale.version(), sale.toString());
    }
}
