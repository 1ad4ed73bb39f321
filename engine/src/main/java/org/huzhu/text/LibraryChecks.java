package org.huzhu.text;

import java.util.List;
import org.huzhu.plan.Conflicts;
import org.huzhu.plan.Conflicts.Clash;
import org.huzhu.plan.Dictionary;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;

/** Words the clashes that {@link Conflicts} finds as problems at the clauses where they stand. */
final class LibraryChecks {

    private LibraryChecks() {}

    static void clashesWithin(Plan plan, Node root, Dictionary dictionary, Problems problems) {
        for (Clash clash : new Conflicts(dictionary).within(plan)) {
            String one = clash.clause().number();
            String other = clash.otherClause().number();
            problems.add(
                    line(root, other),
                    other,
                    "“" + one + "”和“" + other + "”可能为" + clash.over() + "重复给付；请在“各条关系”里写一项，“条款: [" + one + ", " + other
                            + "]”，说明兼得、择一、取大还是扣减");
        }
    }

    static void clashesAcross(Library library, LibraryReader.Files files) {
        for (Clash clash : new Conflicts(library.dictionary()).across(library)) {
            LibraryReader.PlanText text = files.of(clash.otherPlan().id());
            List<String> plans =
                    List.of(clash.plan().id().plan(), clash.otherPlan().id().plan());
            text.problems()
                    .add(
                            line(text.root(), clash.otherClause().number()),
                            clash.otherClause().number(),
                            "与" + clash.plan().id() + "的“" + clash.clause().number() + "”可能为" + clash.over()
                                    + "重复给付；请在并用规则/" + clash.otherPlan().office() + ".yaml的“两计划”里写一项，“计划: ["
                                    + String.join(", ", plans) + "]”，说明叠加、取大还是后者减付");
        }
    }

    private static int line(Node root, String clause) {
        return root.items("条款").stream()
                .filter(it -> it.text("编号").filter(clause::equals).isPresent())
                .map(Node::line)
                .findFirst()
                .orElse(1);
    }
}
