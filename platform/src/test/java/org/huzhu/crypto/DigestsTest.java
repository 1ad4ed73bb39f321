package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class DigestsTest {

    @Test
    void sm3_gives_what_its_standard_prints() {
        assertThat(Digests.sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Digests.sm3("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void sm4_gives_what_its_standard_prints() {
        byte[] block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        SM4Engine cipher = new SM4Engine();
        cipher.init(true, new KeyParameter(block));
        byte[] out = new byte[block.length];
        cipher.processBlock(block, 0, out, 0);

        assertThat(Digests.hex(out)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4_in_gcm_gives_what_its_standard_prints() throws Exception {
        byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        byte[] nonce = HexFormat.of().parseHex("00001234567800000000abcd");
        byte[] place = HexFormat.of().parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] clear = HexFormat.of()
                .parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");

        byte[] sealed = Suite.SM4_GCM.seal(key, nonce, place, clear);

        assertThat(Digests.hex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Suite.SM4_GCM.open(key, nonce, place, sealed)).isEqualTo(clear);
    }

    /** RFC 2202, case 2. */
    @Test
    void the_code_with_sha1_is_that_of_its_standard() {
        byte[] code = Digests.hmacSha1("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8));

        assertThat(Digests.hex(code)).isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    }

    @Test
    void parts_that_are_cut_elsewhere_are_framed_otherwise() {
        assertThat(Digests.sm3(bytes("ab"), bytes("c"))).isEqualTo(Digests.sm3(bytes("a"), bytes("bc")));
        assertThat(Digests.framed(bytes("ab"), bytes("c"))).isNotEqualTo(Digests.framed(bytes("a"), bytes("bc")));
        assertThat(Digests.link(bytes("ab"), bytes("c"))).isNotEqualTo(Digests.link(bytes("a"), bytes("bc")));
    }

    @Test
    void no_leaf_passes_for_a_node() {
        byte[] left = Digests.leaf(bytes("left"));
        byte[] right = Digests.leaf(bytes("right"));
        byte[] both = new byte[left.length + right.length];
        System.arraycopy(left, 0, both, 0, left.length);
        System.arraycopy(right, 0, both, left.length, right.length);

        assertThat(Digests.leaf(both)).isNotEqualTo(Digests.node(left, right));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
