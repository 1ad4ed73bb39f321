package org.huzhu.text;

import static org.huzhu.text.Measures.DATE;
import static org.huzhu.text.Measures.ICD;
import static org.huzhu.text.Measures.MONEY;
import static org.huzhu.text.Measures.NAME;
import static org.huzhu.text.Measures.WORDING;
import static org.huzhu.text.Measures.YES_NO;
import static org.huzhu.text.Scalar.word;
import static org.huzhu.text.Shapes.anyListOf;
import static org.huzhu.text.Shapes.either;
import static org.huzhu.text.Shapes.listOf;
import static org.huzhu.text.Shapes.setOf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huzhu.plan.Dictionary;
import org.huzhu.plan.Dictionary.DiseaseClass;
import org.huzhu.plan.Dictionary.DiseaseList;
import org.huzhu.plan.Overlay;
import org.huzhu.plan.Stacking;
import org.huzhu.text.Columns.Backing;

/** The files that plans share: the dictionary of diseases, overlays of offices, rules between plans. */
final class DictionaryShapes {

    private static final Shape<String> LIST =
            Shapes.reference("名单", in -> in.names().lists());

    static final Shape<Document.DictionaryFile> DICTIONARY = dictionary();
    static final Shape<Document.OverlayFile> OVERLAY = overlay();
    static final Shape<Document.StackingFile> STACKING = stacking();

    private DictionaryShapes() {}

    private static Shape<Document.DictionaryFile> dictionary() {
        var c = new Columns();
        c.required("病种词典", NAME, "词典的名");
        c.required("来源", PlanShapes.SOURCES, "依据的文件");
        var diseases = c.required("病种", listOf(disease()), "各个病种");
        var lists = c.required("名单", listOf(list()), "各版本的病种名单");
        return c.reads(row -> {
            Set<String> names = new HashSet<>();
            row.get(diseases).forEach(it -> row.require(names.add(it.name()), diseases, "两个病种都叫“" + it.name() + "”"));
            Set<String> listed = new HashSet<>();
            row.get(lists).forEach(it -> row.require(listed.add(it.name()), lists, "两个名单都叫“" + it.name() + "”"));
            return new Document.DictionaryFile(Dictionary.of(row.get(diseases), row.get(lists)));
        });
    }

    private static Shape<DiseaseClass> disease() {
        var c = new Columns();
        var name = c.required("名", NAME, "病种的名");
        var icd = c.required("编码", anyListOf(ICD), "疾病编码，只作提示；没有写[]");
        var malignant = c.required("恶性", YES_NO, "是否恶性肿瘤：以病理报告日为准");
        var into = c.optional("并入", setOf(EventShapes.DISEASE), "在以后的名单里并入哪些病种");
        var from = c.optional("拆自", setOf(EventShapes.DISEASE), "从以前的哪些病种拆出");
        var criterion = c.optional("标准", NAME, "要由人核实的标准");
        return c.reads(row -> new DiseaseClass(
                row.get(name),
                row.get(icd),
                row.get(malignant),
                row.get(into).orElse(Set.of()),
                row.get(from).orElse(Set.of()),
                row.get(criterion)));
    }

    private static Shape<DiseaseList> list() {
        var c = new Columns().backed(Backing.OWN);
        var name = c.required("名", NAME, "名单的名");
        var classes = c.required("病种", listOf(EventShapes.DISEASE), "名单里的病种");
        return c.reads(row -> {
            List<String> all = row.get(classes);
            row.require(new HashSet<>(all).size() == all.size(), classes, "同一个病种写了两次");
            return new DiseaseList(row.get(name), all, row.basis());
        });
    }

    private static Shape<Document.OverlayFile> overlay() {
        var c = new Columns().backed(Backing.OWN);
        var name = c.required("地区叠加", NAME, "叠加的名，与文件同名");
        c.required("来源", PlanShapes.SOURCES, "依据的文件");
        var office = c.required("办事处", NAME, "对哪个办事处的参保");
        var plan = c.required("计划", CaseShapes.PLAN, "对哪个计划");
        var versions = c.required("版本", either(word("全部", Set.<String>of()), setOf(NAME)), "对哪些版本，或“全部”");
        var list = c.required("名单", LIST, "增加到哪个名单");
        var added = c.required("增加名单", LIST, "增加的病种的名单");
        var from = c.required("自", DATE, "从这一天的事件起");
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var wording = c.required("原文", WORDING, "条文，逐字");
        var examples = c.required("算例", listOf(ExampleShapes.OVERLAY_EXAMPLE), "手工算好的例子");
        return c.reads(row -> {
            Set<String> known = row.in().names().plan(row.get(plan)).versions();
            row.get(versions).forEach(it -> row.refer(versions, it, row.get(plan) + "的版本", known));
            return new Document.OverlayFile(
                    new Overlay(
                            row.get(name),
                            row.get(office),
                            row.get(plan),
                            row.get(versions),
                            row.get(list),
                            row.get(added),
                            row.get(from),
                            row.get(number),
                            row.get(wording),
                            row.basis()),
                    row.get(examples));
        });
    }

    private static Shape<Document.StackingFile> stacking() {
        var c = new Columns();
        var office = c.required("并用规则", NAME, "哪个办事处，与文件同名");
        c.required("来源", PlanShapes.SOURCES, "依据的文件");
        var pairs = c.required("两计划", anyListOf(pair()), "两个计划一起时怎样给付");
        var order = c.required("费用型先后", anySetOrder(), "补助费用的计划，按给付的先后；没有写[]");
        var indemnity = c.required("补偿原则", Shapes.orWord("不适用", indemnity()), "合计给付不超过会员实际负担");
        return c.reads(row -> {
            Set<Set<String>> joined = new HashSet<>();
            row.get(pairs)
                    .forEach(it -> row.require(
                            joined.add(Set.copyOf(it.plans())), pairs, String.join("和", it.plans()) + "写了两次"));
            return new Document.StackingFile(
                    new Stacking(row.get(office), row.get(pairs), row.get(order), row.get(indemnity)));
        });
    }

    private static Shape<List<String>> anySetOrder() {
        return anyListOf(CaseShapes.PLAN).map(it -> {
            if (new HashSet<>(it).size() < it.size()) {
                throw new IllegalArgumentException("同一计划写了两次");
            }
            return it;
        });
    }

    private static Shape<Stacking.Pair> pair() {
        var c = new Columns().backed(Backing.OWN);
        var plans = c.required("计划", listOf(CaseShapes.PLAN), "两个计划，按先后");
        var together = c.required("处理", together(), "叠加、取大，或后者减付");
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var wording = c.required("原文", WORDING, "条文，逐字");
        return c.reads(row -> {
            boolean two = row.get(plans).size() == 2
                    && !row.get(plans).get(0).equals(row.get(plans).get(1));
            row.require(two, plans, "要写两个不同的计划");
            return new Stacking.Pair(row.get(plans), row.get(together), row.get(number), row.get(wording), row.basis());
        });
    }

    private static Shape<Stacking.Together> together() {
        Scalar<Stacking.Together> words = Scalar.<Stacking.Together>word("叠加", new Stacking.Together.Both())
                .or(word("取大", new Stacking.Together.Larger()));
        var c = new Columns().backed(Backing.HANDED_UP);
        var amount = c.required("后者给付", MONEY, "前者给付以后，后者给付的定额");
        Shape<Stacking.Together> second = c.reads(row -> new Stacking.Together.SecondGives(row.get(amount)));
        return either(words, second);
    }

    private static Shape<Stacking.Indemnity> indemnity() {
        var c = new Columns().backed(Backing.OWN);
        var number = c.required("编号", NAME, "条款编号，照文件写");
        var wording = c.required("原文", WORDING, "条文，逐字");
        return c.reads(row -> new Stacking.Indemnity(row.get(number), row.get(wording), row.basis()));
    }
}
