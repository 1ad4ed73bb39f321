package org.huzhu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as they are written on receipts. */
class CapitalsTest {

    /** The first six are those of the annex to 《支付结算办法》. */
    @ParameterizedTest
    @CsvSource({
        "1409.50, 壹仟肆佰零玖元伍角",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "1200, 壹仟贰佰元整",
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角",
        "10, 壹拾元整",
        "10.01, 壹拾元零壹分",
        "100, 壹佰元整",
        "1001, 壹仟零壹元整",
        "1010, 壹仟零壹拾元整",
        "10000, 壹万元整",
        "10005, 壹万零伍元整",
        "100500, 壹拾万零伍佰元整",
        "100001000, 壹亿零壹仟元整",
        "100000001, 壹亿零壹元整",
        "110000000, 壹亿壹仟万元整",
        "6922000, 陆佰玖拾贰万贰仟元整",
        "999999999999.99, 玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        "-1200, 负壹仟贰佰元整"
    })
    void an_amount_is_written_in_capitals(String yuan, String capitals) {
        assertThat(Money.parseYuan(yuan).inCapitals()).isEqualTo(capitals);
    }

    @Test
    void no_receipt_is_written_for_a_trillion() {
        assertThatThrownBy(() -> Money.ofYuan(1_000_000_000_000L).inCapitals())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
