package org.huzhu.quarters.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.database.Scope;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterDesk.Sent;
import org.huzhu.quarters.QuarterRefused;
import org.huzhu.quarters.QuarterTools;
import org.huzhu.quarters.drop.DropManifest.Named;
import org.huzhu.quarters.feed.FeedForms;
import org.springframework.stereotype.Component;

/** Takes a whole delivery in through the door that officers use, as the society's own doing. */
@Component
class TakingIn {

    /** Nobody's account: the trail names the system, and the digest of the manifest. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String KIND = "delivery";
    private static final String FEED = Operation.QUARTER_FEED.title();

    private final QuarterDesk desk;
    private final FeedForms forms;
    private final QuarterTools tools;

    TakingIn(QuarterDesk desk, FeedForms forms, QuarterTools tools) {
        this.desk = desk;
        this.forms = forms;
        this.tools = tools;
    }

    /**
     * Takes all of it in, or nothing; what is there already stays as it is. What it says is for whoever sent it.
     *
     * @throws DropRefused if it cannot be
     */
    String take(Delivery delivery, DropFolder folder) throws IOException {
        requireForms(delivery);
        List<Named> files = delivery.said().files();
        for (Named named : files) {
            DropRefused.require(
                    Files.size(folder.named(named.name())) > 0, "文件 %s 是空的。".formatted(named.name()), "请重新取文件，再投递。");
        }
        String path = delivery.office().path();
        Caller caller = new Caller(NOBODY, Role.INTEGRATOR, Optional.of(path), Optional.empty());
        List<Sent> sent = files.stream()
                .map(named -> new Sent(named.name(), named.kind(), folder.named(named.name()), named.said()))
                .toList();
        List<Boolean> isNew;
        try {
            isNew = within(path, () -> desk.bring(caller, delivery.said().quarter(), sent));
        } catch (QuarterRefused refused) {
            throw refusal(delivery, refused);
        }
        record(Deed.done(FEED, KIND, delivery.digest())
                .because("%d files".formatted(files.size()))
                .at(path));
        return "已收下：%s%n%s%n数据文件已加密存入，这里不再保留原件。%n下一步：请经办人在“按季二次报销”里试算、与往季对比，再由另一人确认。%n"
                .formatted(
                        delivery.title(),
                        IntStream.range(0, files.size())
                                .mapToObj(place -> taken(files.get(place), isNew.get(place)))
                                .collect(Collectors.joining("%n".formatted())));
    }

    private static String taken(Named named, boolean isNew) {
        return "%s（%s，%,d 行）%s"
                .formatted(
                        named.name(),
                        named.kind() == Kind.FEED ? "结算数据" : "持卡人名册",
                        named.rows(),
                        isNew ? "已放入" : "此前已放入，没有重复放入");
    }

    private void requireForms(Delivery delivery) {
        for (Named named : delivery.said().files()) {
            named.form()
                    .filter(form -> named.kind() != Kind.FEED || !forms.knows(form))
                    .ifPresent(form -> {
                        throw new DropRefused(
                                "文件 %s 的 form 是 %s，没有这种格式，或不能用于名册。".formatted(named.name(), form),
                                "结算数据可用的格式：%s；标准列名不写 form。请改好清单重新投递。"
                                        .formatted(
                                                String.join("、", forms.titles().keySet())));
                    });
        }
    }

    private static DropRefused refusal(Delivery delivery, QuarterRefused refused) {
        String file = refused.file().map(name -> "，文件 " + name).orElse("");
        DropRefused said = new DropRefused(
                delivery.title() + file + "：" + what(refused) + "这一次投递的文件都没有放入。", remedy(refused.reason()));
        said.initCause(refused);
        return said;
    }

    private static String what(QuarterRefused refused) {
        return switch (refused.reason()) {
            case NO_SUCH_PLAN -> "这个计划在该年度没有按年补助自付费用的条款，不能按季结算。";
            case NOT_OVER -> "这一季还没有过完。";
            case OTHER_STATE -> "这一季已经确认，数字不再改变。";
            case COLUMNS ->
                "第一行的列名与约定的不一致"
                        + refused.found()
                                .map(found -> found.thing().equals("missing")
                                        ? "，缺少 " + found.value()
                                        : "，有多余的列，共 " + found.value() + " 列")
                                .orElse("")
                        + "。";
            case NOT_AS_SAID -> "读的时候内容变了，与清单不一致。";
            case ABSENT,
                    OPEN_ALREADY,
                    DRAWS,
                    NOBODY,
                    BASE_FIRST,
                    YEAR_BEGUN,
                    EARLIER_FIRST,
                    FILES_MISSING,
                    LOOK_AGAIN,
                    WARNINGS,
                    CHECKS,
                    BY_THE_SAME,
                    KNOWN_FILE -> "现在不能放入（" + refused.reason() + "）。";
        };
    }

    private static String remedy(QuarterRefused.Reason reason) {
        return switch (reason) {
            case NO_SUCH_PLAN -> "请核对清单的 plan 和 year，重新投递。";
            case NOT_OVER -> "请等这一季过完再投递。";
            case OTHER_STATE -> "更正的数据请放在下一季的文件里，下一季会补差。";
            case COLUMNS -> "请核对 kind 和 form 是否写对，列名见文档“结算”，改好后重新投递。";
            case NOT_AS_SAID,
                    ABSENT,
                    DRAWS,
                    NOBODY,
                    BASE_FIRST,
                    YEAR_BEGUN,
                    OPEN_ALREADY,
                    EARLIER_FIRST,
                    FILES_MISSING,
                    LOOK_AGAIN,
                    WARNINGS,
                    CHECKS,
                    BY_THE_SAME,
                    KNOWN_FILE -> "请在文件不再变动以后，重新投递清单和全部数据文件。";
        };
    }

    /** Records that it was refused; what it says may name people's files, and stays with the delivery. */
    void refused(String digest, DropRefused refused) {
        String why = refused.getCause() instanceof QuarterRefused known
                ? known.reason().name()
                : "MANIFEST";
        Scope.ofSystem().run(() -> tools.trail().recordApart(Deed.refused(FEED, KIND, digest, why)));
    }

    private void record(Deed deed) {
        tools.whole(() -> {
            tools.trail().record(deed);
            return true;
        });
    }

    private interface Work<T> {
        T go() throws IOException;
    }

    /** As the system, but within the reach of the office alone. */
    private static <T> T within(String path, Work<T> work) throws IOException {
        return new Scope(Scope.ofSystem().actor(), List.of(path), Optional.empty()).<T, IOException>call(work::go);
    }
}
