package org.huzhu.bench.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.huzhu.bench.drools.Draft;
import org.huzhu.bench.drools.Given;
import org.huzhu.bench.drools.Lists;
import org.huzhu.bench.drools.Turn;
import org.huzhu.bench.replay.Answers.Group;
import org.huzhu.bench.replay.Answers.Total;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Words;
import org.huzhu.plan.Library;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.Rulebook;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.StatelessKieSession;

/** Judges members anew with the rules in Drools: the executable model, one stateless session for each thread. */
final class DroolsReplay {

    private final Rulebook rules;
    private final Lists lists;
    private final KieBase base;

    /** Compiles the rules of the plans. */
    DroolsReplay(Library library, Words words, List<String> plans) {
        rules = Rulebook.of(library, words);
        lists = lists(rules, plans);
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/org/huzhu/bench/rules/plans.drl", DroolsText.of(rules, plans));
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    "Drools refuses the rules: " + builder.getResults().getMessages(Message.Level.ERROR));
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static Lists lists(Rulebook rules, List<String> plans) {
        Map<Integer, Map<Integer, Integer>> listed = new HashMap<>();
        Map<Integer, Map<Integer, Turn.Terms>> terms = new HashMap<>();
        for (PlanRules plan : rules.plans()) {
            for (ClauseRules clause : plan.clauses()) {
                if (plans.contains(plan.name()) && clause.pricing() instanceof Pricing.Disease disease) {
                    add(rules, plan, clause, disease, listed, terms);
                }
            }
        }
        return new Lists(listed, terms, rules.words()::find, Day::year);
    }

    private static void add(
            Rulebook rules,
            PlanRules plan,
            ClauseRules clause,
            Pricing.Disease disease,
            Map<Integer, Map<Integer, Integer>> listed,
            Map<Integer, Map<Integer, Turn.Terms>> terms) {
        Set<Integer> ended = new HashSet<>();
        plan.bits().forEach((number, bit) -> {
            if ((bit & disease.ends()) != 0) {
                ended.add(number);
            }
        });
        Set<Integer> all = new HashSet<>();
        rules.library()
                .dictionary()
                .classes()
                .keySet()
                .forEach(name -> all.add(rules.words().find(name)));
        Map<Integer, Integer> as = new HashMap<>();
        Map<Integer, Turn.Terms> of = new HashMap<>();
        int office = plan.versions().get(clause.version()).office();
        for (int word : all) {
            int found = disease.classes().listed(word, office, 0);
            if (found != Words.NONE) {
                as.put(word, found);
                Set<Integer> same = new HashSet<>(all);
                same.removeIf(other -> !rules.isSameDisease(found, other));
                of.put(
                        found,
                        new Turn.Terms(
                                same, ended, disease.timesMax(), disease.sum().onceForLife()));
            }
        }
        listed.put(DroolsText.id(clause), as);
        terms.put(DroolsText.id(clause), of);
    }

    /** The members of a part as Drools wants them. */
    List<List<Object>> facts(FactColumns facts, int members) {
        DroolsCovers covers = new DroolsCovers(rules);
        List<List<Object>> all = new ArrayList<>();
        for (int member = 0; member < Math.min(members, facts.members()); member++) {
            all.add(DroolsFacts.of(facts, member, covers));
        }
        return all;
    }

    /** What the plans give to the members, of whom the first has the number. */
    Answers judge(List<List<Object>> members, int firstMember) {
        Answers answers = Answers.none();
        Taking taking = new Taking(answers);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("given", taking);
        session.setGlobal("lists", lists);
        for (int i = 0; i < members.size(); i++) {
            taking.member = firstMember + i;
            session.execute(members.get(i));
        }
        return answers;
    }

    /** Adds what the rules give up. */
    private final class Taking implements Given {

        private final Answers answers;
        private int member;

        Taking(Answers answers) {
            this.answers = answers;
        }

        @Override
        public void give(Draft draft) {
            int event = draft.getCover() == Integer.MIN_VALUE ? 0 : draft.getEvent();
            Group group = new Group(
                    rules.words().word(draft.getPlan()), rules.words().word(draft.getNumber()), draft.getYear());
            answers.add(group, new Total(1, draft.getFen(), Answers.mark(member, event, draft.getFen())));
        }
    }
}
