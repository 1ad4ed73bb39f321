/** Tests of what the whole engine has in common. */
@NullMarked
package org.huzhu;

import org.jspecify.annotations.NullMarked;
