using System.Reflection;
using System.Reflection.Emit;

namespace Rebond.Architecture.Tests;

/// <summary>
/// Finds float and double wherever they may hide: fields, signatures, locals, and the instructions themselves, since a cast
/// inside an expression leaves no name behind.
/// </summary>
internal static class NombresFlottants
{
    private const BindingFlags Tout = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    private static readonly HashSet<OpCode> Flottantes =
    [
        OpCodes.Ldc_R4, OpCodes.Ldc_R8, OpCodes.Conv_R4, OpCodes.Conv_R8, OpCodes.Conv_R_Un,
        OpCodes.Ldind_R4, OpCodes.Ldind_R8, OpCodes.Ldelem_R4, OpCodes.Ldelem_R8,
    ];

    public static IReadOnlyList<string> Dans(IEnumerable<TypeInfo> types) => [.. types.SelectMany(Dans).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Dans(TypeInfo type)
    {
        foreach (var champ in type.GetFields(Tout).Where(c => EstFlottant(c.FieldType)))
            yield return $"{type.FullName}.{champ.Name} (champ)";
        foreach (var methode in type.GetMethods(Tout).Cast<MethodBase>().Concat(type.GetConstructors(Tout)))
        {
            if (SignatureFlottante(methode))
                yield return $"{type.FullName}.{methode.Name} (signature)";
            if (methode.GetMethodBody() is not { } corps)
                continue;
            if (corps.LocalVariables.Any(v => EstFlottant(v.LocalType)))
                yield return $"{type.FullName}.{methode.Name} (variable)";
            if (InstructionFlottante(methode, corps.GetILAsByteArray()!) is { } instruction)
                yield return $"{type.FullName}.{methode.Name} ({instruction})";
        }
    }

    private static string? InstructionFlottante(MethodBase methode, byte[] il)
    {
        for (var i = 0; i < il.Length;)
        {
            var valeur = il[i] == 0xFE ? unchecked((short)(0xFE00 | il[i + 1])) : il[i];
            var code = Instructions[valeur];
            i += code.Size;
            if (Flottantes.Contains(code))
                return code.Name;
            if (code.OperandType == OperandType.InlineMethod && Appelee(methode, BitConverter.ToInt32(il, i)) is { } appelee && SignatureFlottante(appelee))
                return $"appel de {appelee.DeclaringType?.Name}.{appelee.Name}";
            i += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, i)),
                _ => 4,
            };
        }
        return null;
    }

    private static MethodBase? Appelee(MethodBase methode, int jeton)
    {
        var duType = methode.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        return methode.Module.ResolveMethod(jeton, duType, methode.IsGenericMethod ? methode.GetGenericArguments() : null);
    }

    private static bool SignatureFlottante(MethodBase methode) =>
        methode.GetParameters().Any(p => EstFlottant(p.ParameterType)) || (methode is MethodInfo { ReturnType: var rendu } && EstFlottant(rendu));

    private static bool EstFlottant(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(Half)
        || (type.HasElementType && EstFlottant(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(EstFlottant));
}
