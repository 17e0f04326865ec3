"""Instructions of the processor that numba has no word for."""

from __future__ import annotations

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic

_BYTE = ir.IntType(8).as_pointer()
_INT = ir.IntType(32)
# What the instruction is told: to read, likely to be looked at again, data.
_READ, _AGAIN, _DATA = _INT(0), _INT(3), _INT(1)


@intrinsic
def prefetch(_, array, index):
    """Ask for the memory of array[index], whose index has 64 bits, and go on without it."""

    def generate(context, builder, signature, arguments):
        lent = context.make_array(signature.args[0])(context, builder, arguments[0])
        offset = builder.mul(arguments[1], builder.extract_value(lent.strides, 0))
        place = cgutils.pointer_add(builder, lent.data, offset, _BYTE)
        kind = ir.FunctionType(ir.VoidType(), [_BYTE, _INT, _INT, _INT])
        instruction = builder.module.declare_intrinsic("llvm.prefetch", (_BYTE,), kind)
        builder.call(instruction, [place, _READ, _AGAIN, _DATA])
        return context.get_dummy_value()

    return types.void(array, index), generate


@intrinsic
def trailing_zeros(_, bits):
    """The place of the lowest bit that is set in a number of 64 bits, which must have one."""

    def generate(context, builder, signature, arguments):
        return builder.cttz(arguments[0], ir.IntType(1)(1))

    return types.int64(types.uint64), generate
