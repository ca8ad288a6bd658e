package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;

/** The tree of categories keeps itself: paths and depths follow, and no category stands above itself. */
@CatalogTest
class CategoryRowsTest {
    private final String tenant = TestTenant.create().id();
    private CatalogSession session;

    @BeforeEach
    void enter() throws SQLException {
        session = CatalogSession.in(tenant);
    }

    @AfterEach
    void leave() throws SQLException {
        session.close();
    }

    private String add(String name, String parent) throws SQLException {
        return session.value("""
                insert into catalog.category (tenant_id, name, slug, parent_id) values ('%s', '%s', '%s', %s) returning id
                """.formatted(tenant, name, name, parent));
    }

    private void move(String category, String parent) throws SQLException {
        session.run("update catalog.category set parent_id = %s where id = %s".formatted(parent, category));
    }

    private String shown(String category) throws SQLException {
        return session.value(
                "select path || ' ' || depth || ' ' || version from catalog.category where id = " + category);
    }

    @Test
    void pathAndDepthOfTheSubTreeFollowAMove() throws SQLException {
        var tools = add("tools", "null");
        var power = add("power", "null");
        var drills = add("drills", power);
        var hammer = add("hammer", drills);
        assertThat(shown(hammer)).isEqualTo("/%s/%s/%s/ 2 1".formatted(power, drills, hammer));

        move(power, tools);

        assertThat(shown(power)).isEqualTo("/%s/%s/ 1 2".formatted(tools, power));
        assertThat(shown(hammer)).isEqualTo("/%s/%s/%s/%s/ 3 2".formatted(tools, power, drills, hammer));
    }

    @Test
    void noCategoryStandsAboveItself() throws SQLException {
        var tools = add("tools", "null");
        var drills = add("drills", add("power", tools));

        assertThatThrownBy(() -> move(tools, drills)).hasMessageContaining("category_cycle_check");
        assertThatThrownBy(() -> move(tools, tools)).hasMessageContaining("category_cycle_check");
    }

    @Test
    void theEleventhLevelIsRefused() throws SQLException {
        var parent = "null";
        for (var level = 1; level <= 10; level++) {
            parent = add("level" + level, parent);
        }
        var deepest = parent;

        assertThatThrownBy(() -> add("level11", deepest)).hasMessageContaining("category_depth_check");
    }

    @Test
    void aPathWrittenByHandIsPutRight() throws SQLException {
        var tools = add("tools", "null");

        session.run("update catalog.category set path = '/1/', depth = 5 where id = " + tools);

        assertThat(shown(tools)).isEqualTo("/%s/ 0 1".formatted(tools));
    }
}
