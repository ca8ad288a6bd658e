package org.quartermaster.catalog.category;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The categories below each other. */
record CategoryTree(List<Branch> items) {

    /** A category and those below it. */
    @Schema(name = "CategoryBranch")
    record Branch(long id, String name, String nameAr, String slug, boolean isActive, List<Branch> children) {}

    /** @param ordered parents before their children, children in their order */
    static CategoryTree of(List<CategoryView> ordered) {
        var branches = new LinkedHashMap<Long, Branch>();
        var roots = new ArrayList<Branch>();
        for (var each : ordered) {
            var branch =
                    new Branch(each.id(), each.name(), each.nameAr(), each.slug(), each.isActive(), new ArrayList<>());
            branches.put(each.id(), branch);
            (each.parentId() == null ? roots : branches.get(each.parentId()).children()).add(branch);
        }
        return new CategoryTree(roots);
    }
}
