package org.huzhu.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huzhu.facts.WorkedExample;
import org.huzhu.plan.Conflicts;
import org.huzhu.plan.Conflicts.Clash;
import org.huzhu.plan.Dictionary;
import org.huzhu.plan.Library;
import org.huzhu.plan.Overlay;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Stacking;

/** Reads all files of a library together, since each may name what stands in another. */
public final class LibraryReader {

    private LibraryReader() {}

    /**
     * A library, and the worked examples of its files.
     *
     * @param documents what each file holds, by its path
     */
    public record LibraryReading(Library library, Map<String, Document> documents) {
        public LibraryReading {
            documents = java.util.Collections.unmodifiableMap(new TreeMap<>(documents));
        }

        /** The examples of all files that have some, by the path of the file. */
        public Map<String, List<WorkedExample>> examples() {
            Map<String, List<WorkedExample>> all = new TreeMap<>();
            documents.forEach((path, document) -> {
                if (!document.examples().isEmpty()) {
                    all.put(path, document.examples());
                }
            });
            return java.util.Collections.unmodifiableMap(all);
        }
    }

    /**
     * Reads the files.
     *
     * @param texts the content of each file by its path, with {@code /} between folders; the last two parts of the path
     *     of a plan must be its short name and its version
     * @throws PlanUnreadable with all problems of all files, if there is any
     */
    public static LibraryReading read(Map<String, String> texts) {
        Files files = new Files(texts);
        Map<String, Document> documents = new LinkedHashMap<>();
        Library library = files.library(documents);
        files.checkPaths(documents);
        if (files.problems().isEmpty()) {
            Clashes.across(library, files);
        }
        List<Problem> problems = files.problems();
        if (!problems.isEmpty()) {
            throw new PlanUnreadable(problems);
        }
        return new LibraryReading(library, documents);
    }

    /** A file that is well-formed YAML, and what was found wrong with it. */
    record PlanText(String path, Node root, Problems problems) {

        boolean is(String kind) {
            return root.pairs().stream().limit(1).anyMatch(it -> it.key().equals(kind));
        }
    }

    /** The files while they are read. */
    static final class Files {

        private final List<PlanText> texts = new ArrayList<>();
        private final List<Problems> all = new ArrayList<>();
        private final Map<PlanId, PlanText> plans = new LinkedHashMap<>();

        Files(Map<String, String> contents) {
            new TreeMap<>(contents).forEach((path, content) -> {
                Problems problems = new Problems(path);
                all.add(problems);
                Node root = Tree.of(content, problems);
                if (root != null) {
                    texts.add(new PlanText(path, root, problems));
                }
            });
        }

        List<Problem> problems() {
            return all.stream()
                    .flatMap(it -> it.sorted().stream())
                    .sorted(Problem.BY_PLACE)
                    .toList();
        }

        PlanText of(PlanId id) {
            return Objects.requireNonNull(plans.get(id));
        }

        /** Reads the dictionary, then the plans, then what names plans and their versions. */
        Library library(Map<String, Document> documents) {
            Names names = Names.in(texts.stream().map(PlanText::root).toList());
            Library bare = new Library(dictionary(names, documents), List.of(), List.of(), List.of());
            List<Plan> read = new ArrayList<>();
            readAll("计划", new PlanReader(names, bare), documents).forEach(it -> {
                if (it instanceof Document.PlanFile file) {
                    read.add(file.plan());
                }
            });
            Library withPlans = new Library(bare.dictionary(), read, List.of(), List.of());
            List<Overlay> overlays = new ArrayList<>();
            List<Stacking> stackings = new ArrayList<>();
            List<Document> others = readAll("", new PlanReader(names, withPlans), documents);
            others.forEach(it -> {
                if (it instanceof Document.OverlayFile file) {
                    overlays.add(file.overlay());
                } else if (it instanceof Document.StackingFile file) {
                    stackings.add(file.stacking());
                }
            });
            return new Library(bare.dictionary(), read, overlays, stackings);
        }

        private Dictionary dictionary(Names names, Map<String, Document> documents) {
            Library nothing = new Library(Dictionary.of(List.of(), List.of()), List.of(), List.of(), List.of());
            List<PlanText> dictionaries =
                    texts.stream().filter(it -> it.is("病种词典")).toList();
            dictionaries.stream()
                    .skip(1)
                    .forEach(it -> it.problems()
                            .add(1, "", "只能有一部病种词典；另一部是" + dictionaries.get(0).path()));
            return readAll("病种词典", new PlanReader(names, nothing), documents).stream()
                    .filter(Document.DictionaryFile.class::isInstance)
                    .map(it -> ((Document.DictionaryFile) it).dictionary())
                    .findFirst()
                    .orElse(nothing.dictionary());
        }

        /** Reads the files of the kind; the empty kind stands for all that were not read yet. */
        private List<Document> readAll(String kind, PlanReader reader, Map<String, Document> documents) {
            List<Document> read = new ArrayList<>();
            for (PlanText text : texts) {
                boolean wanted = kind.isEmpty() ? !text.is("计划") && !text.is("病种词典") : text.is(kind);
                Document document = wanted ? reader.read(text.root(), text.problems()) : null;
                if (document != null) {
                    documents.put(text.path(), document);
                    read.add(document);
                    note(text, document);
                }
            }
            return read;
        }

        private void note(PlanText text, Document document) {
            if (document instanceof Document.PlanFile file) {
                PlanText before = plans.putIfAbsent(file.plan().id(), text);
                if (before != null) {
                    text.problems().add(1, "", file.plan().id() + "已经写在" + before.path());
                }
            }
        }

        /** A file stands where its name says. */
        void checkPaths(Map<String, Document> documents) {
            for (PlanText text : texts) {
                Document document = documents.get(text.path());
                String expected = switch (document) {
                    case Document.PlanFile file ->
                        file.plan().id().plan() + "/" + file.plan().id().version() + ".yaml";
                    case Document.OverlayFile file -> file.overlay().name() + ".yaml";
                    case Document.StackingFile file -> file.stacking().office() + ".yaml";
                    case null, default -> "";
                };
                if (!("/" + text.path()).endsWith(expected.isEmpty() ? "" : "/" + expected)) {
                    text.problems().add(1, text.path(), "文件应放在“" + expected + "”：文件夹和文件名要与内容一致");
                }
            }
        }
    }

    /** Words the clashes that {@link Conflicts} finds as problems at the clauses where they stand. */
    static final class Clashes {

        private Clashes() {}

        static void within(Plan plan, Node root, Dictionary dictionary, Problems problems) {
            for (Clash clash : new Conflicts(dictionary).within(plan)) {
                String one = clash.clause().number();
                String other = clash.otherClause().number();
                problems.add(
                        line(root, other),
                        other,
                        "“" + one + "”和“" + other + "”可能为" + clash.over() + "重复给付；请在“各条关系”里写一项，“条款: [" + one + ", "
                                + other + "]”，说明兼得、择一、取大还是扣减");
            }
        }

        static void across(Library library, Files files) {
            for (Clash clash : new Conflicts(library.dictionary()).across(library)) {
                PlanText text = files.of(clash.otherPlan().id());
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
}
