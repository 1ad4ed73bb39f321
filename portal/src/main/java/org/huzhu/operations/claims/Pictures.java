package org.huzhu.operations.claims;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.huzhu.claims.PaperKind;
import org.huzhu.facts.Event;
import org.huzhu.plan.CostField;

/** Pictures of made-up papers, drawn: what stands in them can be read, and that they are made up too. */
final class Pictures {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 290;
    private static final int MARGIN = 24;
    private static final int LINE = 26;
    private static final int TITLE_SIZE = 20;
    private static final int TEXT_SIZE = 16;
    private static final Color INK = new Color(0x202020);
    private static final Color RED = new Color(0xB02020);

    private Pictures() {}

    /** The paper of a claim about what happened first. */
    static byte[] of(PaperKind kind, String claim, Event event) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(RED);
        pen.drawRect(MARGIN / 2, MARGIN / 2, WIDTH - MARGIN, HEIGHT - MARGIN);
        write(pen, TITLE_SIZE, MARGIN + TITLE_SIZE, title(kind));
        pen.setColor(INK);
        int at = MARGIN + 2 * LINE;
        for (String line : lines(kind, claim, event)) {
            at += LINE;
            write(pen, TEXT_SIZE, at, line);
        }
        pen.setColor(RED);
        write(pen, TEXT_SIZE, HEIGHT - MARGIN, "演示材料，内容全部虚构");
        pen.dispose();
        return jpeg(image);
    }

    private static void write(Graphics2D pen, int size, int at, String text) {
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        pen.drawString(text, MARGIN, at);
    }

    private static String title(PaperKind kind) {
        return switch (kind) {
            case RECEIPT -> "北京市医疗住院收费票据";
            case DISCHARGE -> "出院记录";
            case DIAGNOSIS -> "诊断证明书";
            case PATHOLOGY -> "病理报告单";
            case ACCIDENT_PROOF -> "意外事故证明";
            case DISABILITY -> "伤残鉴定书";
            case REST -> "休养证明";
            case DEATH -> "死亡医学证明";
            case DEREGISTRATION -> "户口注销证明";
            case HEIRS -> "继承人关系证明";
            case AGREEMENT -> "继承人协议书";
            case GUARDIANSHIP -> "监护关系证明";
            case KINSHIP -> "户口簿（与会员的关系）";
            case LOSS_PROOF -> "火灾事故认定书";
            case OTHER -> "其他材料";
        };
    }

    private static List<String> lines(PaperKind kind, String claim, Event event) {
        List<String> lines = new ArrayList<>();
        lines.add("编号：" + claim + "-" + (kind.ordinal() + 1));
        switch (event) {
            case Event.Stay stay -> {
                lines.add("医院：示范医院（三级）");
                lines.add("入院：" + stay.admittedOn() + "  出院：" + stay.dischargedOn());
                lines.add("住院天数：" + stay.days() + " 天");
                if (kind == PaperKind.RECEIPT) {
                    stay.costs().amounts().forEach((field, money) -> lines.add(word(field) + "：" + money));
                }
            }
            case Event.Diagnosis it -> {
                lines.add("医院：示范医院（三级）");
                lines.add("诊断：" + it.disease());
                lines.add("确诊日期：" + it.diagnosedOn());
            }
            case Event.Accident it -> {
                lines.add("事故日期：" + it.on());
                it.grades().forEach(grade -> lines.add("评定：" + grade + " 级"));
                it.assessedOn().ifPresent(day -> lines.add("评定日期：" + day));
            }
            case Event.Death it -> lines.add("身故日期：" + it.on());
            case Event.Visit it -> lines.add("结算日期：" + it.settledOn());
            case Event.Loss it -> lines.add("日期：" + it.on() + "  损失：" + it.amount());
            case Event.Maturity it -> lines.add("日期：" + it.on());
        }
        return lines;
    }

    private static String word(CostField field) {
        return switch (field) {
            case TOTAL -> "总额";
            case FUND_PAID -> "统筹支付";
            case LARGE_SUM_PAID -> "大额支付";
            case SELF_PAY_1 -> "自付一";
            case SELF_PAY_2 -> "自付二";
            case OWN_COST -> "自费";
            case SELF_PAID_AFTER_INSURANCE -> "医保后自付";
            case ABOVE_CEILING -> "封顶线以上";
            case EMPLOYER_SUPPLEMENT -> "单位补充";
            case COMMERCIAL -> "商业保险";
            case MEDICAL_ASSISTANCE -> "医疗救助";
        };
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
