package org.huzhu.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.adjudication.Determination;
import org.huzhu.facts.Case;
import org.huzhu.plan.Library;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huzhu explain}: shows the working of one member's sum in a quarter. */
@Command(
        name = "explain",
        header = "说明一名会员某季度的二次报销是怎么算出来的：每一步、依哪一条。",
        description = "读入与 settle 相同的文件，不写出任何文件。",
        footer = {
            "./huzhu explain --year 2024 --quarter 2 --feed q1.csv q2.csv --members members.csv \\",
            "    --paid q1/payments.csv --member 31380353"
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private QuarterInputs inputs = new QuarterInputs();

    @Option(names = "--member", required = true, paramLabel = "会员号", description = "会员号，即支付清单的第一列。")
    private String member = "";

    @Option(names = "--json", description = "输出 JSON，供程序使用；金额以分计。")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        SettlementRequest request = inputs.request(Path.of(""));
        Library library = inputs.plans().read().library();
        String title = "会员%s，%d年第%d季度".formatted(member, request.year(), request.quarter());
        Determination found = determine(library, request, inputs.rule(), member);
        String text = json ? DeterminationJson.text(title, found, List.of()) : DeterminationText.of(title, found);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }

    /** Judges the rows of one member that count in the quarter. */
    static Determination determine(Library library, SettlementRequest request, QuarterRule rule, String member) {
        Case facts = Settlement.facts(request, rule, member)
                .orElseThrow(() -> new Refusal(
                        Exit.FOUND,
                        "会员名册 " + request.members() + " 里没有会员号“" + member + "”。会员号是名册和支付清单的 member_no 一列，请核对。"));
        return Adjudicator.determine(library, facts);
    }
}
