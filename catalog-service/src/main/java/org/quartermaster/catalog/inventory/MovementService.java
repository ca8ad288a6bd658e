package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;

/** Movements that people book; what is held for somebody stays. */
@ApplicationScoped
class MovementService {
    private static final String PATH = "/api/v1/stock-movements/";
    private static final BigDecimal MOST = new BigDecimal(StockFields.MOST);

    private final StockShortage shortage;

    @Inject
    MovementService(StockShortage shortage) {
        this.shortage = shortage;
    }

    Uni<Answer> book(UnitOfWork unit, MovementOrder order) {
        return StockLedger.open(unit, List.of(order.place())).chain(stock -> {
            requireCountable(stock, order.place(), order.quantity());
            move(stock, row(stock, order.place(), "warehouse_id"), order.cause(), order.delta());
            return StockLedger.write(unit, stock)
                    .map(movements -> movements.get(0))
                    .map(movement -> Answer.created(movement, PATH + movement.id()));
        });
    }

    Uni<Answer> transfer(UnitOfWork unit, Transfer transfer) {
        return StockLedger.open(unit, List.of(transfer.from(), transfer.to())).chain(stock -> {
            requireCountable(stock, transfer.from(), transfer.quantity());
            var from = row(stock, transfer.from(), "from_warehouse_id");
            var to = row(stock, transfer.to(), "to_warehouse_id");
            var out = new Cause(MovementKind.TRANSFER_OUT, null, null);
            move(stock, from, out, transfer.quantity().negate());
            move(stock, to, new Cause(MovementKind.TRANSFER_IN, null, null), transfer.quantity());
            return StockLedger.write(unit, stock).map(MovementService::answer);
        });
    }

    private static Answer answer(List<MovementView> movements) {
        var out = movements.get(0);
        return Answer.created(new TransferView(out, movements.get(1)), PATH + out.id(), out.tag());
    }

    private static void requireCountable(LockedStock stock, Place place, BigDecimal quantity) {
        var product =
                stock.product(place.productId()).orElseThrow(() -> Problem.invalid("product_id", "reference.unknown"));
        if (!product.isCountable(quantity)) {
            throw Problem.invalid("quantity", "decimal_max_places", product.decimals());
        }
    }

    private static StockRow row(LockedStock stock, Place place, String field) {
        return stock.at(place.productId(), place.warehouseId())
                .orElseThrow(() -> Problem.invalid(field, "reference.unknown"));
    }

    private void move(LockedStock stock, StockRow row, Cause cause, BigDecimal delta) {
        if (delta.negate().compareTo(row.available()) > 0) {
            throw shortage.problem(List.of(StockShortage.tooLittle("quantity", delta.negate(), row.available())));
        }
        if (row.quantityOnHand.add(delta).compareTo(MOST) > 0) {
            throw Problem.invalid("quantity", "less_than_equal", MOST.subtract(row.quantityOnHand));
        }
        stock.book(row, cause, delta, BigDecimal.ZERO);
    }
}
