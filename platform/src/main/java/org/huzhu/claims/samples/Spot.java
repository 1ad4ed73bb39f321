package org.huzhu.claims.samples;

import java.nio.ByteBuffer;
import org.huzhu.claims.Claim;
import org.huzhu.claims.samples.Draw.Why;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;

/** Chooses by chance, which nobody can foretell, what of the machine's approvals people look at afterwards. */
@Component
public class Spot {

    private static final int ALL = 1000;

    private final JdbcLooks looks;
    private final Chance chance;
    private final SampleTools tools;

    Spot(JdbcLooks looks, Chance chance, SampleTools tools) {
        this.looks = looks;
        this.chance = chance;
        this.tools = tools;
    }

    /** Puts a claim that the machine has approved before people, in so many of a thousand cases. */
    public void look(Claim claim, int permille) {
        int thrown = Math.floorMod(ByteBuffer.wrap(chance.bytes(Integer.BYTES)).getInt(), ALL);
        if (thrown < permille) {
            looks.add(tools.freshId(), null, claim.id(), Why.MACHINE, tools.now());
        }
    }
}
