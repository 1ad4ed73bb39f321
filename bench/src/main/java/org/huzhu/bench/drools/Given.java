package org.huzhu.bench.drools;

/** Takes what the rules give. */
@FunctionalInterface
public interface Given {

    /** A draft that nothing limits any more. */
    void give(Draft draft);
}
