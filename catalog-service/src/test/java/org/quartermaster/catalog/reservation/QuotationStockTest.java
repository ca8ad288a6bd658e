package org.quartermaster.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.catalog.reservation.QuotationStock.OnShortage;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;

/** Stock of accepted quotations. */
@CatalogTest
class QuotationStockTest {
    @Inject
    QuotationStock quotations;

    @Inject
    Writes writes;

    private final TestStock stock = new TestStock();
    private long product;
    private long untracked;
    private long warehouse;
    private long quotation;

    @BeforeEach
    void writeAQuotation() {
        product = stock.product("GL-400");
        untracked = stock.product("GL-500");
        warehouse = stock.warehouse("W1", 1);
        quotation = Long.parseLong(stock.sql("""
            insert into catalog.quotation (tenant_id, quotation_number, client_name, project_title, currency,
              valid_until, priced_at) values (:t, 'Q-1', 'Ann', 'Yard', 'USD', now() + interval '1 day', now())
            returning id
            """));
    }

    private <T> T write(Function<UnitOfWork, Uni<T>> work) {
        return Awaiting.result(() -> writes.write(Caller.system(stock.tenant().id()), work));
    }

    private QuotationHold hold(int quantity, OnShortage onShortage) {
        var lines = List.of(
                new WantedLine("line_items[0]", product, new BigDecimal(quantity), null, null),
                new WantedLine("line_items[1]", untracked, BigDecimal.ONE, "C62", null));
        var until = Instant.now().plusSeconds(60);
        return write(unit -> quotations.hold(unit, quotation, "Q-1", lines, until, onShortage));
    }

    @Test
    void whatIsInStockIsHeldAndUntrackedLinesAreListed() {
        stock.receive(product, warehouse, 5);

        var held = hold(3, OnShortage.FAIL);

        assertThat(held.reservation().quotationId()).isEqualTo(quotation);
        assertThat(held.reservation().lines()).singleElement().satisfies(line -> assertThat(line.quantity())
                .isEqualByComparingTo("3"));
        assertThat(held.backordered()).isEmpty();
        assertThat(held.untracked()).extracting(WantedLine::field).containsExactly("line_items[1]");
        stock.requireConsistent();
    }

    @Test
    void aShortageHoldsNothingUnlessTheRestIsBackordered() {
        stock.receive(product, warehouse, 2);

        var refused = catchThrowableOfType(Problem.class, () -> hold(3, OnShortage.FAIL));
        assertThat(refused.type().code()).isEqualTo("stock.insufficient");
        assertThat(refused.errors()).extracting(Problem.FieldError::field).containsExactly("line_items[0]");

        var held = hold(3, OnShortage.BACKORDER);
        assertThat(held.backordered()).singleElement().satisfies(backorder -> {
            assertThat(backorder.wanted()).isEqualByComparingTo("3");
            assertThat(backorder.held()).isEqualByComparingTo("2");
        });
        assertThat(stock.sql("select quantity_reserved::int from catalog.productinventory"))
                .isEqualTo("2");
    }

    @Test
    void whereNothingIsInStockNoReservationIsMade() {
        stock.receive(product, warehouse, 1);
        stock.move(product, warehouse, "issue", "1").statusCode(201);

        assertThat(hold(3, OnShortage.BACKORDER).reservation()).isNull();
    }

    @Test
    void whatIsHeldForAQuotationIsGivenBack() {
        stock.receive(product, warehouse, 5);
        hold(3, OnShortage.FAIL);

        write(unit -> quotations.release(unit, quotation));
        write(unit -> quotations.release(unit, quotation));

        assertThat(stock.sql("select state from catalog.stockreservation")).isEqualTo("released");
        assertThat(stock.sql("select quantity_reserved::int from catalog.productinventory"))
                .isEqualTo("0");
        stock.requireConsistent();
    }
}
