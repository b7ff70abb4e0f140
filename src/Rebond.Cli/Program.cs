System.Console.WriteLine("rebond");
