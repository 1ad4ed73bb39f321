package org.huzhu.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.plan.Library;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of the language of plans: a plan version, the dictionary, an overlay, the rules between plans, or a
 * case. The first key of the file tells which.
 *
 * <p>The reader is strict: whatever it does not know is a {@link Problem} with file and line, and all problems of the
 * file come at once in a {@link PlanUnreadable}. It may be used by several threads.
 */
public final class PlanReader {

    private static final Shape<Document> FILE = Choice.byFirstKey(kinds());

    private final Names names;
    private final Library library;

    PlanReader(Names names, Library library) {
        this.names = names;
        this.library = library;
    }

    /** A reader of files that may name the plans and diseases of the library. */
    public static PlanReader knowing(Library library) {
        return new PlanReader(Names.of(library), library);
    }

    /**
     * Reads a file.
     *
     * @param file its name, for problems
     * @param text its content, decoded; a byte order mark at the start is passed over
     * @throws PlanUnreadable with all problems, if there is any
     */
    public Document read(String file, String text) {
        Problems problems = new Problems(file);
        Node root = Tree.of(text, problems);
        Document document = root == null ? null : read(root, problems);
        if (document == null || !problems.isEmpty()) {
            throw new PlanUnreadable(problems.sorted());
        }
        return document;
    }

    /** Reads a tree; what comes back is fit for use only when no problem was recorded. */
    @Nullable Document read(Node root, Problems problems) {
        Names all = names.and(Names.in(List.of(root)));
        Reading in = new Reading(problems, all, library);
        root.child("来源")
                .ifPresent(it -> it.pairs().forEach(each -> in.sourceNames().add(each.key())));
        if (Names.isPlan(root)) {
            in.within(root.text("计划").orElse(""), Names.OfPlan.in(root));
        }
        Document document = FILE.read(root, in);
        if (document instanceof Document.PlanFile file && problems.isEmpty()) {
            LibraryReader.Clashes.within(file.plan(), root, library.dictionary(), problems);
        }
        return document;
    }

    static Map<String, Object> schema() {
        return FILE.schema();
    }

    private static Map<String, Shape<? extends Document>> kinds() {
        Map<String, Shape<? extends Document>> kinds = new LinkedHashMap<>();
        kinds.put("计划", PlanShapes.PLAN);
        kinds.put("病种词典", DictionaryShapes.DICTIONARY);
        kinds.put("地区叠加", DictionaryShapes.OVERLAY);
        kinds.put("并用规则", DictionaryShapes.STACKING);
        kinds.put("案例", ExampleShapes.CASE);
        return kinds;
    }
}
