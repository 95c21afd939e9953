// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where every hook's slow path goes, with the hook's number in r11: saves what the hooked function may be passed, and what a caller
// in the same library may know that the function does not touch (GCC's -fipa-ra: no calling convention, but xmm8 to xmm15 then
// hold values across the call); asks offmain_rt_enter(number, frame), goes on at the address that gives. Lost are the flags, r11 and
// the upper halves of vector registers.
//
// The frame is a CallFrame (runtime/Shared.h).
    .text
    .p2align 4
    .globl offmain_rt_slow
    .hidden offmain_rt_slow
    .type offmain_rt_slow, @function
offmain_rt_slow:
    .cfi_startproc
    subq $(104 + 24 + 256), %rsp
    .cfi_adjust_cfa_offset (104 + 24 + 256)
    movq %rbx, 0(%rsp)
    movq %rbp, 8(%rsp)
    movq %r12, 16(%rsp)
    movq %r13, 24(%rsp)
    movq %r14, 32(%rsp)
    movq %r15, 40(%rsp)
    movq %rdi, 48(%rsp)
    movq %rsi, 56(%rsp)
    movq %rdx, 64(%rsp)
    movq %rcx, 72(%rsp)
    movq %r8, 80(%rsp)
    movq %r9, 88(%rsp)
    movq %rax, 104(%rsp)
    movq %r10, 112(%rsp)
    leaq 384(%rsp), %rax
    movq %rax, 96(%rsp)
    movups %xmm0, 128(%rsp)
    movups %xmm1, 144(%rsp)
    movups %xmm2, 160(%rsp)
    movups %xmm3, 176(%rsp)
    movups %xmm4, 192(%rsp)
    movups %xmm5, 208(%rsp)
    movups %xmm6, 224(%rsp)
    movups %xmm7, 240(%rsp)
    movups %xmm8, 256(%rsp)
    movups %xmm9, 272(%rsp)
    movups %xmm10, 288(%rsp)
    movups %xmm11, 304(%rsp)
    movups %xmm12, 320(%rsp)
    movups %xmm13, 336(%rsp)
    movups %xmm14, 352(%rsp)
    movups %xmm15, 368(%rsp)
    movq %r11, %rdi
    movq %rsp, %rsi
    // the return address and 384 bytes lie above: 8 more for the alignment at the call
    subq $8, %rsp
    .cfi_adjust_cfa_offset 8
    call offmain_rt_enter
    addq $8, %rsp
    .cfi_adjust_cfa_offset -8
    movq %rax, %r11
    movups 128(%rsp), %xmm0
    movups 144(%rsp), %xmm1
    movups 160(%rsp), %xmm2
    movups 176(%rsp), %xmm3
    movups 192(%rsp), %xmm4
    movups 208(%rsp), %xmm5
    movups 224(%rsp), %xmm6
    movups 240(%rsp), %xmm7
    movups 256(%rsp), %xmm8
    movups 272(%rsp), %xmm9
    movups 288(%rsp), %xmm10
    movups 304(%rsp), %xmm11
    movups 320(%rsp), %xmm12
    movups 336(%rsp), %xmm13
    movups 352(%rsp), %xmm14
    movups 368(%rsp), %xmm15
    movq 48(%rsp), %rdi
    movq 56(%rsp), %rsi
    movq 64(%rsp), %rdx
    movq 72(%rsp), %rcx
    movq 80(%rsp), %r8
    movq 88(%rsp), %r9
    movq 104(%rsp), %rax
    movq 112(%rsp), %r10
    addq $(104 + 24 + 256), %rsp
    .cfi_adjust_cfa_offset -(104 + 24 + 256)
    jmp *%r11
    .cfi_endproc
    .size offmain_rt_slow, . - offmain_rt_slow
    .section .note.GNU-stack, "", @progbits
